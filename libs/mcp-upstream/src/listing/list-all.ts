import {
  UpstreamFailure,
  type LeftOutItem,
  type ListKind,
  type UpstreamAnswer,
  type UpstreamFacts,
  type UpstreamItem,
  type UpstreamList,
  type UpstreamRequest,
} from '@mcpnest/gateway-core';
import { METHOD_NOT_FOUND, type UpstreamReply } from '@mcpnest/mcp-protocol';
import { LIMITS } from '@mcpnest/shared/limits';
import { failure } from '../net/failures.js';
import { KINDS_ON_WIRE, type KindOnWire } from './list-kind.js';
import { LISTING_CAPABILITIES } from './listing-profile.js';
import { readHints, readItems, readNextCursor } from './read-page.js';

const PAGES_MAX = 100;
const LEFT_OUT_MAX = 100;

/** A request for one page; how long it may take is the sender's to say. */
export type ListRequest = Omit<UpstreamRequest, 'deadlineMs'>;

/** A server that can be asked for its lists. */
export interface ListSource {
  /** What it said about itself, after a handshake if need be. @throws UpstreamFailure */
  facts(): Promise<UpstreamFacts>;
  /** @throws UpstreamFailure */
  ask(request: ListRequest): Promise<UpstreamAnswer>;
}

/**
 * Follows the pages of a list and keeps every usable definition as the server wrote it, in its order. Of two with one key
 * the first stays. Ends early, with what it has, at 1,000 entries, 8 MiB, 100 pages or a cursor that repeats (security bar
 * I4), and says of the first hundred that it does not keep why. Empty where the server does not declare the kind or does not know the method; tools are asked for in any case,
 * because servers exist that have some and declare nothing.
 * @throws UpstreamFailure where the server gives no list; a page that was lost on the way is asked for once more.
 */
export async function listAll(kind: ListKind, source: ListSource): Promise<UpstreamList> {
  const wire = KINDS_ON_WIRE[kind];
  const facts = await source.facts();
  if (kind !== 'tools' && !(wire.capability in facts.capabilities)) return { items: [], facts };
  const gathered = new Gathered();
  const cursors = new Set<string>();
  for (let cursor: string | undefined, page = 0; page < PAGES_MAX; page++) {
    const answer = await askTwice(source, wire.method, cursor);
    if (page === 0 && answer.reply.error?.code === METHOD_NOT_FOUND) break;
    if (!gathered.add(itemsOf(answer, wire), answer.reply)) break;
    cursor = readNextCursor(answer.reply);
    if (cursor === undefined || cursors.has(cursor)) break;
    cursors.add(cursor);
  }
  return gathered.list(await source.facts());
}

const BEYOND = `Its server lists more than the gateway keeps of one server: ${LIMITS.toolsPerServerMax.toLocaleString('en')} entries and ${LIMITS.toolListBytesMax / 1024 ** 2} MiB.`;

/** What the pages so far brought. */
class Gathered {
  private readonly items = new Map<string, UpstreamItem>();
  private readonly leftOut = new Map<string, LeftOutItem>();
  private bytes = 0;
  private ttlMs: number | undefined;
  private isPublic: boolean | undefined;

  /** @returns false when there is no room for more. */
  add(found: readonly (UpstreamItem | LeftOutItem)[], page: UpstreamReply): boolean {
    const { ttlMs, isPublic } = readHints(page);
    if (ttlMs !== undefined) this.ttlMs = Math.min(ttlMs, this.ttlMs ?? ttlMs);
    this.isPublic = isPublic && this.isPublic !== false;
    let isFull = false;
    for (const item of found) {
      if (this.items.has(item.key)) continue;
      if (!('text' in item)) this.leave(item);
      else if ((isFull ||= !this.hasRoom(item))) this.leave({ key: item.key, reason: BEYOND });
      else this.items.set(item.key, item);
    }
    return !isFull;
  }

  private hasRoom({ text }: UpstreamItem): boolean {
    this.bytes += Buffer.byteLength(text);
    return this.bytes <= LIMITS.toolListBytesMax && this.items.size < LIMITS.toolsPerServerMax;
  }

  private leave(item: LeftOutItem): void {
    if (this.leftOut.size < LEFT_OUT_MAX && !this.leftOut.has(item.key)) this.leftOut.set(item.key, item);
  }

  /** Hints are the modern era's; a legacy server that sends some is not believed. */
  list(facts: UpstreamFacts): UpstreamList {
    const leftOut = [...this.leftOut.values()].filter(({ key }) => !this.items.has(key));
    const listed = { items: [...this.items.values()], facts, ...(leftOut.length > 0 && { leftOut }) };
    if (facts.era === 'legacy' || this.isPublic === undefined) return listed;
    return { ...listed, ...(this.ttlMs !== undefined && { ttlMs: this.ttlMs }), isPublic: this.isPublic };
  }
}

/** @throws UpstreamFailure */
function itemsOf({ reply, era }: UpstreamAnswer, wire: KindOnWire): readonly (UpstreamItem | LeftOutItem)[] {
  const says = `The server answered the request for its ${wire.noun}`;
  if (reply.error) throw failure('gateway.upstream-broken', true, `${says} with error ${reply.error.code}`);
  const items = readItems(reply, wire, era);
  if (!items) throw failure('gateway.upstream-broken', true, `${says} with something that is no list of ${wire.noun}`);
  return items;
}

/** A list changes nothing, so a connection that broke is worth a second try. */
async function askTwice(source: ListSource, method: string, cursor: string | undefined): Promise<UpstreamAnswer> {
  const params: UpstreamRequest['params'] = cursor === undefined ? [] : [['cursor', cursor]];
  const request = { method, params, meta: [], clientCapabilities: LISTING_CAPABILITIES };
  try {
    return await source.ask(request);
  } catch (error) {
    const isWorthIt = error instanceof UpstreamFailure && error.sent && error.code === 'gateway.upstream-broken';
    if (!isWorthIt) throw error;
    return source.ask(request);
  }
}
