/** The request headers that decide about a message, trimmed; undefined when absent, joined by `, ` when sent twice. */
export interface FrontHeaders {
  readonly contentType?: string;
  readonly accept?: string;
  readonly protocolVersion?: string;
  readonly method?: string;
  readonly name?: string;
  readonly sessionId?: string;
  readonly lastEventId?: string;
  /** `Mcp-Param-*`: lower-cased name without the prefix → raw value. */
  readonly params: ReadonlyMap<string, string>;
}
export function readFrontHeaders(raw: Readonly<Record<string, string | string[] | undefined>>): FrontHeaders { throw new Error(`unwritten ${String(raw)}`); }
