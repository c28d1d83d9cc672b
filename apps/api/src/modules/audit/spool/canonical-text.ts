import type { CallRecord } from '@mcpnest/gateway-core';
import { CALL_COLUMNS, type CallColumn, type ChainPlace, type Value } from './call-columns.js';
import { copyBytes, writeNumber, writePlain } from './text-bytes.js';

const NAME_LENGTH_MAX = 128;
/** How many kinds of calls are remembered; then all are forgotten, and those that go on are remembered again at once. */
const KINDS_MAX = 512;

/** What calls of one token and one tool hardly differ in. */
type SteadyMembers = Omit<
  CallRecord,
  'callId' | 'receivedAt' | 'latencyMs' | 'upstreamLatencyMs' | 'requestBytes' | 'responseBytes' | 'traceId'
>;

interface Member extends CallColumn {
  readonly label: Buffer;
}

/** In the order of the canonical text: members by name. The first one, the call's id, is never without a value. */
const MEMBERS: readonly Member[] = [...CALL_COLUMNS]
  .sort((a, b) => (a.field < b.field ? -1 : 1))
  .map((column, index) => ({ ...column, label: Buffer.from(`${index === 0 ? '{' : ','}"${column.field}":`) }));

/** No text takes more bytes: a name is cut, and each of its characters takes at most six. */
export const TEXT_BYTES_MAX = MEMBERS.length * 1_024;

/** Steady members that follow each other make one part, every other member one of its own. */
const PARTS: readonly (readonly Member[])[] = MEMBERS.reduce<Member[][]>((parts, member) => {
  const last = parts.at(-1);
  if (member.isSteady && last?.[0]?.isSteady) last.push(member);
  else parts.push([member]);
  return parts;
}, []);

/** What calls of one kind have in common. */
interface Kind {
  readonly call: SteadyMembers;
  readonly place: Omit<ChainPlace, 'sequence'>;
  /** By part; null where the part is a call's own. */
  readonly texts: readonly (Buffer | null)[];
}

/**
 * Writes records as the text that is spooled and hashed: JSON, members by name, those without a value left out. Texts are
 * bounded and fit for the database, so that the row says exactly what was hashed. Most members are the same in all calls of one
 * token to one tool; their bytes are remembered and the rest is written around them.
 */
export class CanonicalText {
  private kinds = new Map<string, Map<string, Kind>>();
  private known = 0;
  private last: Kind | undefined;

  /** @param bytes with room for `TEXT_BYTES_MAX` more from `at` on. @returns where the text ends */
  write(bytes: Buffer, from: number, call: CallRecord, place: ChainPlace): number {
    const { texts } = this.kindOf(call, place);
    let at = from;
    for (let part = 0; part < PARTS.length; part++) {
      const text = texts[part];
      const own = PARTS[part]![0]!;
      at = text ? copyBytes(bytes, at, text) : writeMember(bytes, at, own, own.value(call, place));
    }
    bytes[at] = CLOSING;
    return at + 1;
  }

  private kindOf(call: CallRecord, place: ChainPlace): Kind {
    if (this.last && isOfKind(this.last, call, place)) return this.last;
    return this.found(call, place);
  }

  private found(call: CallRecord, place: ChainPlace): Kind {
    let tools = this.kinds.get(call.tokenId);
    const met = tools?.get(call.publishedName);
    if (met && isOfKind(met, call, place)) return (this.last = met);
    const kind = kindOf(call, place);
    // A long name is cut in the text; here it would be kept whole.
    if (call.publishedName.length > NAME_LENGTH_MAX) return kind;
    if (this.known >= KINDS_MAX) this.forget();
    tools = this.kinds.get(call.tokenId);
    if (!tools) this.kinds.set(call.tokenId, (tools = new Map()));
    if (!met) this.known++;
    tools.set(unsliced(call.publishedName), kind);
    return (this.last = kind);
  }

  private forget(): void {
    this.kinds.clear();
    this.known = 0;
  }
}

/** A record's canonical text, on its own. */
export function canonicalCall(call: CallRecord, place: ChainPlace): string {
  const bytes = Buffer.allocUnsafe(TEXT_BYTES_MAX);
  return bytes.toString('utf8', 0, new CanonicalText().write(bytes, 0, call, place));
}

/** What a text that stands in no chain yet says of its call. */
export function callOf(members: Readonly<Record<string, unknown>>): CallRecord {
  const { createdAt, ...said } = members;
  const nothing = Object.fromEntries(CALL_COLUMNS.map(({ field }) => [field, null]));
  return { ...nothing, ...said, receivedAt: Date.parse(String(createdAt)) } as unknown as CallRecord;
}

/** Every steady member: written out, because a walk over the columns would cost as much as the rest of a text. */
const isOfKind = ({ call: met, place: { writer, retentionClass } }: Kind, call: CallRecord, place: ChainPlace): boolean =>
  met.publishedName === call.publishedName &&
  met.tokenId === call.tokenId &&
  met.status === call.status &&
  met.outcome === call.outcome &&
  met.reason === call.reason &&
  met.origin === call.origin &&
  met.gate === call.gate &&
  met.era === call.era &&
  met.workspaceId === call.workspaceId &&
  met.userId === call.userId &&
  met.tokenName === call.tokenName &&
  met.serverSlug === call.serverSlug &&
  met.serverVersion === call.serverVersion &&
  met.toolName === call.toolName &&
  met.definitionHash === call.definitionHash &&
  met.clientName === call.clientName &&
  met.protocolVersion === call.protocolVersion &&
  writer === place.writer &&
  retentionClass === place.retentionClass;

function kindOf(call: CallRecord, place: ChainPlace): Kind {
  return {
    call: unslicedMembers(call),
    place: { writer: place.writer, retentionClass: place.retentionClass },
    texts: PARTS.map((part) => (part[0]!.isSteady ? steadyText(part, call, place) : null)),
  };
}

/** Where the bytes of a kind are put together: names that are too long to be remembered make a kind with every call. */
const SCRATCH = Buffer.allocUnsafeSlow(TEXT_BYTES_MAX);

function steadyText(part: readonly Member[], call: CallRecord, place: ChainPlace): Buffer {
  const end = part.reduce((at, member) => writeMember(SCRATCH, at, member, member.value(call, place)), 0);
  return Buffer.from(SCRATCH.subarray(0, end));
}

const CLOSING = '}'.charCodeAt(0);
const QUOTE = '"'.charCodeAt(0);

/** @returns where the member ends; where it began, if it has no value */
function writeMember(bytes: Buffer, from: number, { label }: Member, value: Value): number {
  if (value === null) return from;
  const at = copyBytes(bytes, from, label);
  if (typeof value === 'number') return writeNumber(bytes, at, value);
  const end = value.length > NAME_LENGTH_MAX ? -1 : writePlain(bytes, at + 1, value);
  if (end < 0) return at + bytes.write(JSON.stringify(fit(value)), at);
  bytes[at] = bytes[end] = QUOTE;
  return end + 1;
}

const fit = (text: string): string =>
  text
    .slice(0, NAME_LENGTH_MAX)
    .replaceAll('\u0000', '')
    .replace(/\p{Surrogate}/gu, '\uFFFD');

const unslicedMembers = (call: CallRecord): SteadyMembers => ({
  workspaceId: unsliced(call.workspaceId),
  tokenId: unsliced(call.tokenId),
  tokenName: unsliced(call.tokenName),
  userId: unsliced(call.userId),
  serverSlug: unsliced(call.serverSlug),
  serverVersion: call.serverVersion,
  toolName: unsliced(call.toolName),
  publishedName: unsliced(call.publishedName),
  definitionHash: unsliced(call.definitionHash),
  status: call.status,
  outcome: call.outcome,
  reason: unsliced(call.reason),
  clientName: unsliced(call.clientName),
  protocolVersion: unsliced(call.protocolVersion),
  era: call.era,
  origin: call.origin,
  gate: call.gate,
});

/** A name may be a slice that would keep the whole body of its request; this is a copy. */
const unsliced = <T extends Value>(value: T): T => (typeof value === 'string' ? (` ${value}`.slice(1) as T) : value);
