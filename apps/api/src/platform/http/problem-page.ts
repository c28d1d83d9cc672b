import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { PROBLEM_TYPE, type ProblemDocument } from './problem.js';
import { allowStyledPage } from './security-headers.js';

/** A way on from a page; an address within the installation. */
export interface PageLink {
  readonly path: string;
  readonly label: string;
}

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:12vh auto;padding:0 1.25rem;color-scheme:light dark;background:Canvas;color:CanvasText}h1{font-size:1.4rem;line-height:1.3}a{color:LinkText}li{margin:.4rem 0}small{opacity:.75}code{overflow-wrap:anywhere}';
const STYLE_HASH = `sha256-${createHash('sha256').update(STYLE).digest('base64')}`;

/** Whether a browser came here by itself, which shows people whatever it is answered; programs get the problem document. */
export const wantsPage = (request: Request): boolean => request.accepts([PROBLEM_TYPE, 'application/json', 'text/html']) === 'text/html';

/** Answers with a page for people: what happened, what to do, and the ways on. It runs no script and loads nothing. */
export function sendProblemPage(response: Response, problem: ProblemDocument, links: readonly PageLink[]): void {
  allowStyledPage(response, STYLE_HASH);
  response.type('text/html').send(pageOf(problem, links));
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const plain = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);

const pageOf = ({ title, detail, code, instance }: ProblemDocument, links: readonly PageLink[]): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${plain(title)} · MCPNest Gateway</title><style>${STYLE}</style></head><body><main>
<h1>${plain(title)}</h1><p>${plain(detail)}</p>
<ul>${links.map(({ path, label }) => `<li><a href="${plain(path)}">${plain(label)}</a></li>`).join('')}</ul>
<p><small>To ask for help, name <code>${plain(code)}</code> and <code>${plain(instance)}</code>.</small></p></main></body></html>`;
