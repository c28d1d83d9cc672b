import { httpUrl, liftSecrets } from './lift-secrets';
import { parseLooseJson } from './loose-json';
import { NOTHING, type ParsedInput } from './parsed-server';
import { readCommand } from './read-command';
import { readConfig } from './read-config';

const INPUT_LENGTH_MAX = 200_000;
const isNothing = ({ servers, local }: ParsedInput) => servers.length === 0 && local.length === 0;

/** A bare member such as `"github": { … }`, as documentation likes to show it. */
const wrapped = (text: string): string => (/^"[^"]+"\s*:/.test(text) ? `{${text.replace(/,\s*$/, '')}}` : text);

async function readToml(text: string): Promise<ParsedInput> {
  const { parse } = await import('smol-toml');
  try {
    return readConfig(parse(text));
  } catch {
    return NOTHING;
  }
}

async function readYaml(text: string): Promise<ParsedInput> {
  const { parse } = await import('yaml');
  try {
    return readConfig(parse(text, { maxAliasCount: 0 }));
  } catch {
    return NOTHING;
  }
}

/**
 * Understands what people have at hand: a URL, any client's JSON, TOML or YAML, a registry document, an `mcp add` line, curl.
 * Nothing leaves the browser. Text beyond 200,000 characters is not read.
 */
export async function parseServerInput(input: string): Promise<ParsedInput> {
  const text = input.trim();
  if (text === '' || text.length > INPUT_LENGTH_MAX) return NOTHING;
  const url = /\s/.test(text)
    ? null
    : (httpUrl(text) ?? (/^[\w-]+(\.[\w-]+)+(:\d+)?(\/\S*)?$/.test(text) ? httpUrl(`https://${text}`) : null));
  if (url) return { servers: [liftSecrets('', undefined, url, {})], local: [] };
  const command = readCommand(text);
  if (!isNothing(command)) return command;
  const json = readConfig(parseLooseJson(wrapped(text)));
  if (!isNothing(json)) return json;
  if (/^\s*\[[\w."-]+\]/m.test(text)) return readToml(text);
  return /^[\w-]+:/m.test(text) ? readYaml(text) : NOTHING;
}

/** A name for a server whose text gave none: the telling part of its host. */
export function nameFromUrl(address: string): string {
  const url = httpUrl(address);
  if (!url) return '';
  const parts = url.hostname.split('.').filter((part) => !/^(www|mcp|api|com|org|net|io|dev|app|ai|co)$/.test(part));
  const word = /^[\d.:[\]]+$/.test(url.hostname) ? '' : (parts.at(-1) ?? '');
  return word === '' ? '' : word.charAt(0).toUpperCase() + word.slice(1);
}
