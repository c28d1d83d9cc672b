import type { UpstreamTarget, UpstreamVariable } from '@mcpnest/gateway-core';

/** Everything that decides what is started, with nothing left to be looked up: no shell reads it, nothing in it is resolved again. */
export interface Launch {
  /** Absolute path of the program. */
  readonly file: string;
  readonly args: readonly string[];
  readonly variables: readonly UpstreamVariable[];
  /** Folders and files that the program may read besides those of the system. */
  readonly readable: readonly string[];
  /** Folders that it may change. */
  readonly writable: readonly string[];
  /** Its own folder, made by whoever starts it; kept between starts. */
  readonly home: string;
  readonly network: boolean;
  /** What tells the accounts of different servers apart. */
  readonly account: string;
}

/**
 * The arguments as the program gets them: `${NAME}` of a secret variable stands for its value. What is noted and shown of a start
 * are the arguments as they are written.
 */
export function givenArgs({ args, variables }: Pick<Launch, 'args' | 'variables'>): readonly string[] {
  const secrets = new Map(variables.filter(({ secret }) => secret).map(({ name, value }) => [name, value]));
  if (secrets.size === 0) return args;
  return args.map((arg) => arg.replaceAll(/\$\{([A-Za-z_]\w{0,127})\}/g, (whole, name: string) => secrets.get(name) ?? whole));
}

/** Says what is to be started, and whether it may be. */
export interface LaunchDesk {
  /** @throws UpstreamFailure, never `sent`, where the program is not installed here or may not run */
  launchOf(target: UpstreamTarget): Promise<Launch>;
  /** Notes a start before it happens. A start that cannot be noted does not happen. */
  noteStart(target: UpstreamTarget, start: StartNote): Promise<void>;
}

/** What is remembered of a start: the exact command, never the values of variables. */
export interface StartNote {
  readonly command: string;
  readonly variables: readonly string[];
  readonly fence: string;
  readonly purpose: StartPurpose;
}

/** `probe`: to find out which era it speaks; `calls`: for all calls; `alone`: for calls that may ask back. */
export type StartPurpose = 'probe' | 'calls' | 'alone';

const PLAIN_WORD = /^[\w@%+=:,./-]+$/;

/** The command as a person would type it. */
export function commandLine({ file, args }: Pick<Launch, 'file' | 'args'>): string {
  return [file, ...args].map((word) => (PLAIN_WORD.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`)).join(' ');
}
