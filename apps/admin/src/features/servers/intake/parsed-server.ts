/** A header of an upstream connection; the value of a secret one travels apart, as a credential. */
export interface HeaderSlot {
  name: string;
  secret?: boolean;
  value?: string;
}

export interface RemoteTransport {
  type: 'streamable-http' | 'sse';
  url: string;
  headers: HeaderSlot[];
}

/** One server found in pasted text. */
export interface ParsedServer {
  /** What the text called it; empty when it did not. */
  name: string;
  transport: RemoteTransport;
  /** Values of secret headers that the text held. They stay in memory until they are sent. */
  credentials: Record<string, string>;
  /** The URL itself seems to carry a secret, which would be stored in the clear. */
  secretInUrl: boolean;
}

/** A server that was recognized but starts a program, which this release cannot do. */
export interface LocalServer {
  name: string;
  command: string;
}

export interface ParsedInput {
  servers: ParsedServer[];
  local: LocalServer[];
}

export const NOTHING: ParsedInput = { servers: [], local: [] };
