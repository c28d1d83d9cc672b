/** A header of an upstream connection; the value of a secret one travels apart, as a credential. */
export interface HeaderSlot {
  name: string;
  secret?: boolean;
  value?: string;
  /** What a document says about it. */
  hint?: string;
  /** Left out of the connection where it has no value. */
  optional?: true;
  /** The only values it can have; absent where any text will do. */
  choices?: readonly string[];
  /** What stands around a secret value, with `{}` in its place. */
  form?: string;
}

export interface RemoteTransport {
  type: 'streamable-http' | 'sse';
  url: string;
  headers: HeaderSlot[];
}

/** A program that the gateway runs. `url` names the package with its exact version, or the program. */
export interface ProgramTransport {
  type: 'stdio';
  url: string;
  args: string[];
  /** Its variables. */
  headers: HeaderSlot[];
}

/** One server found in pasted text. */
export interface ParsedServer {
  /** What the text called it; empty when it did not. */
  name: string;
  transport: RemoteTransport | ProgramTransport;
  /** Values of secret headers that the text held. They stay in memory until they are sent. */
  credentials: Record<string, string>;
  /** The URL itself seems to carry a secret, which would be stored in the clear. */
  secretInUrl: boolean;
}

/** A server that is reached over HTTP. */
export type RemoteServer = ParsedServer & { transport: RemoteTransport };
export const isRemoteServer = (server: ParsedServer): server is RemoteServer => server.transport.type !== 'stdio';

/** A server that starts a program which the gateway cannot run as it is named: no exact version, or no package. */
export interface LocalServer {
  name: string;
  command: string;
}

export interface ParsedInput {
  servers: ParsedServer[];
  local: LocalServer[];
}

export const NOTHING: ParsedInput = { servers: [], local: [] };
