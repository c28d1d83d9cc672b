/** Trace context (W3C Trace Context and Baggage) as it stands in HTTP headers and, unprefixed, in `_meta` (SEP-414). */

/** What says which trace a request is part of; everything in it fits the grammar, so that it can be sent as it is. */
export interface TraceContext {
  /** Of version 00. */
  readonly traceparent?: string;
  /** Only beside a `traceparent`. */
  readonly tracestate?: string;
  readonly baggage?: string;
}

/** The parts of a `traceparent`. */
export interface TraceParent {
  /** 32 hex digits. */
  readonly traceId: string;
  /** 16 hex digits: who the request comes from. */
  readonly parentId: string;
  /** 8 bits; the lowest one says that the sender records. */
  readonly flags: number;
}

/** Its keys in `_meta`, and its header names in lower case. */
export const TRACE_KEYS = ['traceparent', 'tracestate', 'baggage'] as const;

const TRACEPARENT = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:-[\x20-\x7e]*)?$/;
const TRACEPARENT_LENGTH = 55;
const TRACEPARENT_LENGTH_MAX = 256;
const ZEROS = /^0+$/;
/** The bits that are defined: sampled, random. */
const KNOWN_FLAGS = 3;

const TRACESTATE_LENGTH_MAX = 2_048;
const TRACESTATE_MEMBERS_MAX = 32;
const STATE_MEMBER =
  /^((?:[a-z][a-z0-9_*/-]{0,255}|[a-z0-9][a-z0-9_*/-]{0,240}@[a-z][a-z0-9_*/-]{0,13}))=[\x20-\x2b\x2d-\x3c\x3e-\x7e]{0,255}[\x21-\x2b\x2d-\x3c\x3e-\x7e]$/;

const BAGGAGE_LENGTH_MAX = 8_192;
const BAGGAGE_MEMBERS_MAX = 180;
const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const OCTETS = '[\\x21\\x23-\\x2b\\x2d-\\x3a\\x3c-\\x5b\\x5d-\\x7e]*';
const BAGGAGE_MEMBER = new RegExp(`^${TOKEN}[ \\t]*=[ \\t]*${OCTETS}$`);
const BAGGAGE_PROPERTY = new RegExp(`^${TOKEN}(?:[ \\t]*=[ \\t]*${OCTETS})?$`);

type Source = Readonly<Record<string, unknown>>;

/**
 * The trace context of a request: what its message says, else what its HTTP request says; `traceparent` and `tracestate`
 * belong together. What does not fit the grammar is left out, never mended.
 * @returns undefined where neither says anything
 */
export function readTraceContext(meta: Source | undefined, headers: Source): TraceContext | undefined {
  const traced = (meta && tracedBy(meta)) ?? tracedBy(headers);
  const baggage = (meta && readBaggage(meta['baggage'])) ?? readBaggage(headers['baggage']);
  if (baggage === undefined) return traced;
  return { ...traced, baggage };
}

/** The parts of a valid `traceparent`, or undefined. */
export function readTraceParent(value: unknown): TraceParent | undefined {
  if (typeof value !== 'string' || value.length < TRACEPARENT_LENGTH || value.length > TRACEPARENT_LENGTH_MAX) return undefined;
  const [, version, traceId, parentId, flags] = TRACEPARENT.exec(value) ?? [];
  if (version === undefined || version === 'ff' || (version === '00' && value.length !== TRACEPARENT_LENGTH)) return undefined;
  if (ZEROS.test(traceId!) || ZEROS.test(parentId!)) return undefined;
  const bits = Number.parseInt(flags!, 16);
  return { traceId: traceId!, parentId: parentId!, flags: version === '00' ? bits : bits & KNOWN_FLAGS };
}

/** A `traceparent` of version 00. */
export const traceParentText = ({ traceId, parentId, flags }: TraceParent): string =>
  `00-${traceId}-${parentId}-${flags.toString(16).padStart(2, '0')}`;

/** Trace context as members of `_meta`, each behind a comma; empty for none. */
export function traceMembers(trace: TraceContext | undefined): string {
  let text = '';
  if (trace?.traceparent !== undefined) text += `,"traceparent":"${trace.traceparent}"`;
  if (trace?.tracestate !== undefined) text += `,"tracestate":${JSON.stringify(trace.tracestate)}`;
  if (trace?.baggage !== undefined) text += `,"baggage":${JSON.stringify(trace.baggage)}`;
  return text;
}

const NO_HEADERS: readonly string[] = [];

/** Trace context as a flat list of header names and values. */
export function traceHeaders(trace: TraceContext | undefined): readonly string[] {
  if (trace === undefined) return NO_HEADERS;
  const { traceparent, tracestate, baggage } = trace;
  return [
    ...(traceparent === undefined ? [] : ['traceparent', traceparent]),
    ...(tracestate === undefined ? [] : ['tracestate', tracestate]),
    ...(baggage === undefined ? [] : ['baggage', baggage]),
  ];
}

function tracedBy(source: Source): TraceContext | undefined {
  const given = source['traceparent'];
  if (given === undefined) return undefined;
  const parent = readTraceParent(given);
  if (!parent) return undefined;
  const tracestate = readTraceState(source['tracestate']);
  const traceparent = traceParentText(parent);
  return tracestate === undefined ? { traceparent } : { traceparent, tracestate };
}

/** Trace Context, section 3.3: up to 32 members of distinct keys; empty ones are allowed. */
function readTraceState(value: unknown): string | undefined {
  const text = textOf(value, TRACESTATE_LENGTH_MAX);
  if (text === undefined) return undefined;
  const members = text.split(',').map(trimmed);
  const keys = members.filter((member) => member !== '').map((member) => STATE_MEMBER.exec(member)?.[1]);
  const isSound =
    keys.length > 0 && keys.length <= TRACESTATE_MEMBERS_MAX && !keys.includes(undefined) && new Set(keys).size === keys.length;
  return isSound ? text : undefined;
}

/** Baggage, section 3.2: members with percent-encoded values, and properties behind semicolons. */
function readBaggage(value: unknown): string | undefined {
  const text = textOf(value, BAGGAGE_LENGTH_MAX);
  if (text === undefined) return undefined;
  const members = text.split(',');
  if (members.length > BAGGAGE_MEMBERS_MAX) return undefined;
  const isSound = members.every((member) => {
    const [pair, ...properties] = member.split(';').map(trimmed);
    return BAGGAGE_MEMBER.test(pair!) && properties.every((property) => BAGGAGE_PROPERTY.test(property));
  });
  return isSound ? text : undefined;
}

function textOf(value: unknown, lengthMax: number): string | undefined {
  const joined: unknown = Array.isArray(value) ? value.join(',') : value;
  return typeof joined === 'string' && joined !== '' && joined.length <= lengthMax ? trimmed(joined) : undefined;
}

/** Without optional white space around it, in time that grows with the text alone. */
function trimmed(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

const isBlank = (code: number): boolean => code === 0x20 || code === 0x09;
