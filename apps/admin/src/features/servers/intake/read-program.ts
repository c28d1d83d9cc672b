import { isPlaceholder, isSecretName } from './lift-secrets';
import type { LocalServer, ParsedServer } from './parsed-server';

const LAUNCHERS = /^(npx|bunx|pnpx)(\.cmd|\.exe)?$/;
const PYTHON_LAUNCHERS = /^(uvx|pipx)(\.exe)?$/;
const PACKAGE = /^(?:@[\w.-]+\/)?[\w.-]+(?:@[\w.-]+)?$/;
const PYTHON_PACKAGE = /^([\w.-]+(?:\[[\w.,-]+\])?)(?:(?:==|@)([\w.!]+))?$/;

/** A program line of a client's configuration as a local server; its secrets are lifted out. Whether its version is exact is seen later. */
export function readProgram(name: string, words: readonly string[], env: Readonly<Record<string, string>>): ParsedServer | LocalServer {
  const [launcher = '', ...rest] = words;
  const line = { name, command: words.join(' ') };
  const called = launcher.split(/[\\/]/).at(-1) ?? '';
  if (PYTHON_LAUNCHERS.test(called))
    return ofPython(name, called.startsWith('pipx') && rest[0] === 'run' ? rest.slice(1) : rest, env) ?? line;
  if (!LAUNCHERS.test(called)) return launcher.startsWith('/') ? program(name, launcher, { args: rest, env }) : line;
  const at = rest.findIndex((word) => !word.startsWith('-'));
  const spec = rest[at] ?? '';
  return PACKAGE.test(spec) ? program(name, `npm:${spec}`, { args: rest.slice(at + 1), env }) : line;
}

/** `uvx name==1.0 args`, or `uvx --from name==1.0 program args`, where the program is the package's own. */
function ofPython(name: string, words: string[], env: Readonly<Record<string, string>>): ParsedServer | null {
  const from = words.findIndex((word) => /^(--from|--spec)(=|$)/.test(word));
  const apart = from === -1 ? undefined : (/=(.*)$/s.exec(words[from]!)?.[1] ?? words[from + 1]);
  const at = words.findIndex((word, index) => !word.startsWith('-') && (from === -1 || word !== apart || index !== from + 1));
  const [, own, version] = PYTHON_PACKAGE.exec(apart ?? words[at] ?? '') ?? [];
  if (own === undefined) return null;
  const exact = version === undefined || version === 'latest' ? '' : `==${version}`;
  return program(name, `pypi:${own}${exact}`, { args: at === -1 ? [] : words.slice(at + 1), env });
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
