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

const PARAM_PREFIX = 'mcp-param-';
const NO_PARAMS: ReadonlyMap<string, string> = new Map();

/** Picks the headers out of a lower-cased header bag, as Node gives it. Nothing is decoded or judged. */
export function readFrontHeaders(raw: Readonly<Record<string, string | string[] | undefined>>): FrontHeaders {
  return {
    contentType: field(raw['content-type']),
    accept: field(raw['accept']),
    protocolVersion: field(raw['mcp-protocol-version']),
    method: field(raw['mcp-method']),
    name: field(raw['mcp-name']),
    sessionId: field(raw['mcp-session-id']),
    lastEventId: field(raw['last-event-id']),
    params: readParams(raw),
  };
}

function readParams(raw: Readonly<Record<string, string | string[] | undefined>>): ReadonlyMap<string, string> {
  let params: Map<string, string> | undefined;
  for (const header in raw) {
    if (!header.startsWith(PARAM_PREFIX)) continue;
    const value = field(raw[header]);
    if (value !== undefined) (params ??= new Map()).set(header.slice(PARAM_PREFIX.length), value);
  }
  return params ?? NO_PARAMS;
}

/** RFC 9110 5.5: optional white space around a field value (space and tab) is no part of it. */
function field(value: string | string[] | undefined): string | undefined {
  const text = typeof value === 'object' ? value.join(', ') : value;
  if (text === undefined) return undefined;
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text, start)) start++;
  while (end > start && isBlank(text, end - 1)) end--;
  return end - start === text.length ? text : text.slice(start, end);
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x09;
}
