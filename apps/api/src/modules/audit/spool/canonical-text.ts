import type { CallRecord } from '@mcpnest/gateway-core';
import { CALL_COLUMNS, type CallColumn, type ChainPlace, type Value } from './call-columns.js';

const NAME_LENGTH_MAX = 128;
/** How many kinds of calls are remembered; then all are forgotten, and those that go on are remembered again at once. */
const KINDS_MAX = 512;

interface Member extends CallColumn {
  readonly label: string;
}

/** In the order of the canonical text: members by name. */
const MEMBERS: readonly Member[] = [...CALL_COLUMNS]
  .sort((a, b) => (a.field < b.field ? -1 : 1))
  .map((column) => ({ ...column, label: `,"${column.field}":` }));

/** Steady members that follow each other make one part, every other member one of its own. */
const PARTS: readonly (readonly Member[])[] = MEMBERS.reduce<Member[][]>((parts, member) => {
  const last = parts.at(-1);
  if (member.isSteady && last?.[0]?.isSteady) last.push(member);
  else parts.push([member]);
  return parts;
}, []);
const STEADY = MEMBERS.filter(({ isSteady }) => isSteady);

/** What calls of one kind have in common. */
interface Kind {
  /** Of the steady members, in their order. */
  readonly values: readonly Value[];
  /** By part; null where the part is a call's own. */
  readonly texts: readonly (string | null)[];
}

/**
 * Writes records as the text that is spooled and hashed: JSON, members by name, those without a value left out. Texts are
 * bounded and fit for the database, so that the row says exactly what was hashed. Most members are the same in all calls of one
 * token to one tool; their text is remembered and the rest is written around it.
 */
export class CanonicalText {
  private kinds = new Map<string, Map<string, Kind>>();
  private known = 0;

  of(call: CallRecord, place: ChainPlace): string {
    const { texts } = this.kindOf(call, place);
    let text = '';
    for (let at = 0; at < PARTS.length; at++) text += texts[at] ?? memberText(PARTS[at]![0]!, call, place);
    return `{${text.slice(1)}}`;
  }

  private kindOf(call: CallRecord, place: ChainPlace): Kind {
    let tools = this.kinds.get(call.tokenId);
    const met = tools?.get(call.publishedName);
    if (met && isOfKind(met, call, place)) return met;
    const kind = kindOf(call, place);
    // A long name is cut in the text; as a key it would be kept whole.
    if (call.publishedName.length > NAME_LENGTH_MAX) return kind;
    if (this.known >= KINDS_MAX) this.forget();
    tools = this.kinds.get(call.tokenId);
    if (!tools) this.kinds.set(call.tokenId, (tools = new Map()));
    if (!met) this.known++;
    tools.set(unsliced(call.publishedName), kind);
    return kind;
  }

  private forget(): void {
    this.kinds.clear();
    this.known = 0;
  }
}

/** A record's canonical text, on its own. */
export const canonicalCall = (call: CallRecord, place: ChainPlace): string => new CanonicalText().of(call, place);

/** What a text that stands in no chain yet says of its call. */
export function callOf(members: Readonly<Record<string, unknown>>): CallRecord {
  const { createdAt, ...said } = members;
  const nothing = Object.fromEntries(CALL_COLUMNS.map(({ field }) => [field, null]));
  return { ...nothing, ...said, receivedAt: Date.parse(String(createdAt)) } as unknown as CallRecord;
}

function isOfKind({ values }: Kind, call: CallRecord, place: ChainPlace): boolean {
  for (let at = 0; at < STEADY.length; at++) if (STEADY[at]!.value(call, place) !== values[at]) return false;
  return true;
}

function kindOf(call: CallRecord, place: ChainPlace): Kind {
  const textOf = (part: readonly Member[]): string => part.map((member) => memberText(member, call, place)).join('');
  return {
    values: STEADY.map(({ value }) => unsliced(value(call, place))),
    texts: PARTS.map((part) => (part[0]!.isSteady ? textOf(part) : null)),
  };
}

function memberText({ label, value }: Member, call: CallRecord, place: ChainPlace): string {
  const member = value(call, place);
  if (member === null) return '';
  return label + (typeof member === 'string' ? quoted(member) : String(member));
}

/** The common case, plain text without surprises, is told by one test. */
const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\x7e]{0,128}$/;

const quoted = (text: string): string => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(fit(text)));

const fit = (text: string): string =>
  text
    .slice(0, NAME_LENGTH_MAX)
    .replaceAll('\u0000', '')
    .replace(/\p{Surrogate}/gu, '\uFFFD');

/** A name may be a slice that would keep the whole body of its request; this is a copy. */
const unsliced = <T extends Value>(value: T): T => (typeof value === 'string' ? (` ${value}`.slice(1) as T) : value);
