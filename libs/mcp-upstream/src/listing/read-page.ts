import { headerParamsOf, readString, scanJson, sliceOf, type Era, type Scan, type UpstreamReply } from '@mcpnest/mcp-protocol';
import { bytesFault, type LeftOutItem, type UpstreamItem } from '@mcpnest/gateway-core';
import type { KindOnWire } from './list-kind.js';

/** Elements looked at on one page, dropped ones included. */
const ELEMENTS_MAX = 10_000;

/** The definitions on one page that have a key, as raw texts in the page's order, or why one is not kept; undefined where the page holds no list. */
export function readItems(page: UpstreamReply, kind: KindOnWire, era: Era): (UpstreamItem | LeftOutItem)[] | undefined {
  const text = memberOf(page, kind.member);
  if (text === undefined) return undefined;
  const list = scanJson(text, { depthMax: 128, keysMax: 250_000, elementsMax: ELEMENTS_MAX });
  if (!list.ok || !list.elements) return undefined;
  return list.elements.map((element) => readItem(sliceOf(text, element), kind, era)).filter((item) => item !== undefined);
}

/** `nextCursor` of a page as raw JSON; undefined on the last one. An empty string is a cursor like any other. */
export function readNextCursor(page: UpstreamReply): string | undefined {
  const raw = memberOf(page, 'nextCursor');
  return raw?.startsWith('"') ? raw : undefined;
}

/** For how long a page may be kept, and whether for everybody (2026-07-28, "Caching"). */
export interface PageHints {
  /** Milliseconds; a negative time counts as none at all. Undefined where the page says nothing that can be read. */
  readonly ttlMs: number | undefined;
  readonly isPublic: boolean;
}

export function readHints(page: UpstreamReply): PageHints {
  const raw = memberOf(page, 'ttlMs');
  const ttlMs = raw !== undefined && /^-?\d{1,15}$/.test(raw) ? Math.max(0, Number(raw)) : undefined;
  return { ttlMs, isPublic: memberOf(page, 'cacheScope') === '"public"' };
}

function memberOf({ resultText, resultMembers }: UpstreamReply, key: string): string | undefined {
  const span = resultMembers?.get(key);
  return span && sliceOf(resultText!, span);
}

/** A definition, or why it is not kept: it is too large or breaks the rules of `x-mcp-header`. Undefined where it is no object or has no key. */
function readItem(text: string, { key: member, keyLengthMax, method }: KindOnWire, era: Era): UpstreamItem | LeftOutItem | undefined {
  if (!text.startsWith('{')) return undefined;
  const item = scanJson(text, { depthMax: 128 });
  const key = item.ok ? stringIn(text, item, member) : '';
  if (!item.ok || key === '' || key.length > keyLengthMax) return undefined;
  const tooLarge = bytesFault(text);
  if (tooLarge !== undefined) return { key, reason: tooLarge };
  const header = era === 'modern' && method === 'tools/list' ? headerFault(text, item) : undefined;
  return header === undefined ? { key, text } : { key, reason: header };
}

function stringIn(text: string, { members }: Scan, key: string): string {
  const span = members.get(key);
  const raw = span ? sliceOf(text, span) : '';
  return raw.startsWith('"') ? readString(raw) : '';
}

/** A client of the modern era must drop a tool whose header annotations break the rules, and only that tool. */
function headerFault(text: string, { members }: Scan): string | undefined {
  const span = members.get('inputSchema');
  if (!span || !text.includes('x-mcp-header')) return undefined;
  const params = headerParamsOf(JSON.parse(sliceOf(text, span)) as unknown);
  return params.ok ? undefined : `Its header annotation is not valid: ${params.reason}.`;
}
