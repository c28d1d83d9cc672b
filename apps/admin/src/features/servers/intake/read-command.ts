import { httpUrl, liftSecrets } from './lift-secrets';
import { NOTHING, type ParsedInput } from './parsed-server';
import { parseLooseJson } from './loose-json';
import { readConfig } from './read-config';
import { readProgram } from './read-program';
import { shellWords } from './shell-words';

const KNOWN =
  /^(claude|codex|gemini|qwen|amp|droid|openclaw|copilot|code|code-insiders|cursor|npx|npx\.cmd|bunx|pnpx|curl|curl\.exe|opencode|kiro-cli|goose)$/;
/** Options followed by a value that is neither the name nor the URL. */
const WITH_VALUE = new Set([
  '-t',
  '--transport',
  '--type',
  '-s',
  '--scope',
  '-e',
  '--env',
  '-X',
  '--request',
  '-d',
  '--data',
  '--data-raw',
  '-o',
  '--timeout',
  '--client-id',
  '--callback-port',
]);

interface Found {
  url: URL | null;
  type: string | undefined;
  name: string;
  headers: Record<string, string>;
  rest: string[];
}

function addHeader(found: Found, line: string): void {
  const cut = line.search(/[:=]/);
  if (cut > 0) found.headers[line.slice(0, cut).trim()] = line.slice(cut + 1).trim();
}

function scan(words: string[]): Found {
  const found: Found = { url: null, type: undefined, name: '', headers: {}, rest: [] };
  for (let at = 0; at < words.length; at += 1) {
    const [word = '', ...tail] = words[at]!.startsWith('--') ? words[at]!.split('=') : [words[at]!];
    const value = () => (tail.length > 0 ? tail.join('=') : (words[(at += 1)] ?? ''));
    if (word === '--') {
      found.rest.push(...words.slice(at + 1));
      break;
    } else if (word === '-H' || word === '--header') addHeader(found, value());
    else if (word === '--url') found.url = httpUrl(value());
    else if (word === '--name' || word === '-n') found.name = value();
    else if (word === '--bearer-token-env-var') addHeader(found, `Authorization: Bearer \${${value()}}`);
    else if (word === '-t' || word === '--transport' || word === '--type') found.type = value();
    else if (WITH_VALUE.has(word)) value();
    else if (!word.startsWith('-')) {
      found.url ??= httpUrl(word);
      if (!httpUrl(word)) found.rest.push(word);
    }
  }
  return found;
}

/** Reads the command lines by which clients add servers, and `curl`. */
export function readCommand(line: string): ParsedInput {
  const words = shellWords(line.trim().replace(/^[$>]\s+/, ''));
  const program = words[0]?.split(/[\\/]/).at(-1) ?? '';
  if (!KNOWN.test(program)) return NOTHING;
  const json = words.find((word) => word.startsWith('{'));
  const found = scan(words.slice(1));
  const positional = found.rest.filter((word) => !/^(mcp|add|add-json|add-mcp|mcp-remote)(@.*)?$/.test(word) && !word.startsWith('{'));
  const name = found.name || (/^(curl|npx|bunx|pnpx)/.test(program) ? '' : (positional[0] ?? ''));
  if (json !== undefined && program !== 'curl') {
    const read = readConfig(parseLooseJson(json));
    return { ...read, servers: read.servers.map((server) => ({ ...server, name: server.name || name })) };
  }
  if (found.url) return { servers: [liftSecrets(name, found.type, found.url, found.headers)], local: [] };
  const run = /^(npx|bunx|pnpx)/.test(program) ? words : positional.slice(name === '' ? 0 : 1);
  if (run.length === 0 || program === 'curl') return NOTHING;
  const read = readProgram(name, run, {});
  return 'transport' in read ? { servers: [read], local: [] } : { servers: [], local: [read] };
}
