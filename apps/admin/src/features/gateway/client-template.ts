import type { Os } from '../../lib/platform-os';
import document from './client-templates.json';

type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** How one client is pointed at a gateway URL with a bearer token. */
export interface ClientTemplate {
  id: string;
  label: string;
  auth: string;
  cmd?: string;
  file?: string;
  json?: JsonValue;
  yaml?: string;
  toml?: string;
  steps?: string[];
  deeplink?: string;
  needs?: string;
  note?: string;
}

/** All clients the console knows, in the order of the template file. */
export const CLIENT_TEMPLATES = document.clients as unknown as readonly ClientTemplate[];

/** What stands where a token would, in links and for people who have their own. */
export const TOKEN_PLACEHOLDER = 'mng_YOUR_TOKEN';
export const ENV_NAME = 'MNG_TOKEN';

export interface SnippetFacts {
  url: string;
  /** Alias in the client: `[a-z0-9-]{1,12}`. */
  name: string;
  token: string;
  os: Os;
}

/** A ready snippet; `kind` says how it is used. */
export interface Snippet {
  kind: 'command' | 'file' | 'steps';
  text: string;
  /** Where it goes, for files. */
  path?: string;
}

const fill = (text: string, { url, token, name }: SnippetFacts): string =>
  text.replaceAll('{url}', url).replaceAll('{token}', token).replaceAll('{name}', name).replaceAll('{ENV}', ENV_NAME);

function fillJson(value: JsonValue, facts: SnippetFacts): JsonValue {
  if (typeof value === 'string') return fill(value, facts);
  if (Array.isArray(value)) return value.map((item) => fillJson(item, facts));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [fill(key, facts), fillJson(inner, facts)]));
}

/** npx is a script on Windows and is started through cmd. */
function forWindows(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(forWindows);
  if (typeof value !== 'object' || value === null) return value;
  const mapped = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, forWindows(inner)]));
  return mapped['command'] === 'npx' && Array.isArray(mapped['args'])
    ? { ...mapped, command: 'cmd', args: ['/c', 'npx', ...mapped['args']] }
    : mapped;
}

const SPECIAL_PATHS: Record<string, Partial<Record<Os, string>>> = {
  'claude_desktop_config.json': {
    macos: '~/Library/Application Support/Claude/claude_desktop_config.json',
    windows: '%APPDATA%\\Claude\\claude_desktop_config.json',
    linux: '~/.config/Claude/claude_desktop_config.json',
  },
  '~/.config/goose/config.yaml': { windows: '%APPDATA%\\Block\\goose\\config\\config.yaml' },
  '~/.config/devin/mcp_config.json': { windows: '%APPDATA%\\devin\\mcp_config.json' },
};

/** A template's path as it is written on an operating system. */
export function pathFor(file: string, os: Os): string {
  const special = SPECIAL_PATHS[file]?.[os];
  if (special) return special;
  return os === 'windows' && file.startsWith('~/') ? `%USERPROFILE%\\${file.slice(2).replaceAll('/', '\\')}` : file;
}

/** The configuration object of a JSON template, filled in. */
export function configOf(template: ClientTemplate, facts: SnippetFacts): JsonValue | null {
  if (template.json === undefined) return null;
  const filled = fillJson(template.json, facts);
  return facts.os === 'windows' ? forWindows(filled) : filled;
}

/** Everything to copy for a client, the easiest first. A client that takes no token has none. */
export function snippetsOf(template: ClientTemplate, facts: SnippetFacts): Snippet[] {
  if (template.auth === 'oauth-only') return [];
  const path = template.file ? { path: pathFor(fill(template.file, facts), facts.os) } : {};
  const config = configOf(template, facts);
  const body = config !== null ? JSON.stringify(config, null, 2) : (template.yaml ?? template.toml);
  return [
    ...(template.cmd ? [{ kind: 'command' as const, text: fill(template.cmd, facts) }] : []),
    ...(body !== undefined ? [{ kind: 'file' as const, text: config !== null ? body : fill(body, facts), ...path }] : []),
    ...(template.steps
      ? [{ kind: 'steps' as const, text: template.steps.map((step, index) => `${index + 1}. ${fill(step, facts)}`).join('\n') }]
      : []),
  ];
}

/** Whether the text makes the client read the token from an environment variable. */
export const readsEnvironment = (snippet: Snippet): boolean => snippet.kind !== 'steps' && snippet.text.includes(ENV_NAME);

/** How to set the variable in the usual shell of an operating system. */
export const environmentLine = ({ os, token }: SnippetFacts): string =>
  os === 'windows' ? `$env:${ENV_NAME} = "${token}"` : `export ${ENV_NAME}="${token}"`;
