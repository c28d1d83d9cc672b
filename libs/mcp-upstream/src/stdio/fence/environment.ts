import type { Launch } from '../launch.js';

const SEARCH_PATH = '/usr/local/bin:/usr/bin:/bin';
/** What a program needs to find its way; everything else comes from the server's own definition. */
const FIXED: ReadonlySet<string> = new Set(['HOME', 'TMPDIR', 'PATH', 'USER', 'LOGNAME', 'SHELL', 'LANG']);
/** Names by which a variable decides what a program, or the shell before it, loads or runs by itself: no definition may set them. */
const LOADERS =
  /^(LD_|DYLD_|NODE_OPTIONS$|NODE_PATH$|NODE_EXTRA_CA_CERTS$|PYTHONPATH$|PYTHONSTARTUP$|PYTHONHOME$|BASH_|ENV$|IFS$|PS4$|SHELLOPTS$|BASHOPTS$)/;

/** Whether a server's definition may set a variable of this name. */
export const isSettableVariable = (name: string): boolean =>
  /^[A-Za-z_][A-Za-z0-9_]{0,127}$/.test(name) && !FIXED.has(name) && !LOADERS.test(name);

/** The environment, built from nothing: none of the gateway's own variables are in it. */
export function environmentOf(launch: Launch, place: { home: string; tmp: string }): Record<string, string> {
  const own = Object.fromEntries(launch.variables.filter(({ name }) => isSettableVariable(name)).map(({ name, value }) => [name, value]));
  return { ...own, HOME: place.home, TMPDIR: place.tmp, PATH: SEARCH_PATH, USER: 'mcp', LOGNAME: 'mcp', LANG: 'C.UTF-8' };
}
