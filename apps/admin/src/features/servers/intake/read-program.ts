import { isPlaceholder, isSecretName } from './lift-secrets';
import type { LocalServer, ParsedServer } from './parsed-server';

const LAUNCHERS = /^(npx|bunx|pnpx)(\.cmd|\.exe)?$/;
const PACKAGE = /^(?:@[\w.-]+\/)?[\w.-]+(?:@[\w.-]+)?$/;

/** A program line of a client's configuration as a local server; its secrets are lifted out. Whether its version is exact is seen later. */
export function readProgram(name: string, words: readonly string[], env: Readonly<Record<string, string>>): ParsedServer | LocalServer {
  const [launcher = '', ...rest] = words;
  const line = { name, command: words.join(' ') };
  if (!LAUNCHERS.test(launcher.split(/[\\/]/).at(-1) ?? ''))
    return launcher.startsWith('/') ? program(name, launcher, { args: rest, env }) : line;
  const at = rest.findIndex((word) => !word.startsWith('-'));
  const spec = rest[at] ?? '';
  return PACKAGE.test(spec) ? program(name, `npm:${spec}`, { args: rest.slice(at + 1), env }) : line;
}

function program(name: string, url: string, { args, env }: { args: string[]; env: Readonly<Record<string, string>> }): ParsedServer {
  const credentials: Record<string, string> = {};
  const headers = Object.entries(env).map(([variable, value]) => {
    const isOpen = value === '' || isPlaceholder(value);
    if (!isOpen && !isSecretName(variable)) return { name: variable, value };
    if (!isOpen) credentials[variable] = value;
    return { name: variable, secret: true };
  });
  return { name, transport: { type: 'stdio', url, args, headers }, credentials, secretInUrl: false };
}
