import type { Request, Response } from 'express';
import { ERROR_CATALOG, type ErrorEntry } from '@mcpnest/shared/errors';
import { allowPlainPage } from './security-headers.js';

const WHO: Readonly<Record<ErrorEntry['fixer'], string>> = {
  caller: 'You',
  admin: 'An admin of the workspace',
  operator: 'An operator of the installation',
  nobody: 'Time',
};

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}td,th{text-align:left;padding:.3rem .8rem;border-bottom:1px solid #8884}:target{background:#fd04}';

/** The page that `type` of every problem document points to: each code, what it means, who can mend it. */
export function errorPage(_request: Request, response: Response): void {
  allowPlainPage(response);
  response.type('text/html').send(PAGE);
}

const row = ([code, entry]: [string, ErrorEntry]): string =>
  `<tr id="${code}"><td><code>${code}</code></td><td>${entry.title}</td><td>${entry.status}</td><td>${WHO[entry.fixer]}</td><td>${entry.retryable ? 'yes' : 'no'}</td></tr>`;

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Errors of MCPNest Gateway</title><style>${STYLE}</style></head><body>
<h1>Errors</h1><table><thead><tr><th>Code</th><th>Meaning</th><th>Status</th><th>Who can mend it</th><th>Worth a retry</th></tr></thead>
<tbody>${Object.entries<ErrorEntry>(ERROR_CATALOG).map(row).join('\n')}</tbody></table></body></html>`;
