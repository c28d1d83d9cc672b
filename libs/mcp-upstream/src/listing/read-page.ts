import { headerParamsOf, readString, scanJson, sliceOf, type Era, type Scan, type UpstreamReply } from '@mcpnest/mcp-protocol';
import type { UpstreamItem } from '@mcpnest/gateway-core';
import { LIMITS } from '@mcpnest/shared/limits';
import type { KindOnWire } from './list-kind.js';

/** Elements looked at on one page, dropped ones included. */
const ELEMENTS_MAX = 10_000;

/** The definitions on one page that can be used, as raw texts in the page's order; undefined where the page holds no list. */
export function readItems(page: UpstreamReply, kind: KindOnWire, era: Era): UpstreamItem[] | undefined {
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

/** A definition; undefined for one that is no object, has no key, is too large, or breaks the rules of `x-mcp-header`. */
function readItem(text: string, { key: member, keyLengthMax, method }: KindOnWire, era: Era): UpstreamItem | undefined {
  if (!text.startsWith('{') || Buffer.byteLength(text) > LIMITS.toolDefinitionBytesMax) return undefined;
  const item = scanJson(text, { depthMax: 128 });
  const key = item.ok ? stringIn(text, item, member) : '';
  if (!item.ok || key === '' || key.length > keyLengthMax) return undefined;
  const isBroken = era === 'modern' && method === 'tools/list' && breaksHeaderRules(text, item);
  return isBroken ? undefined : { key, text };
}

function stringIn(text: string, { members }: Scan, key: string): string {
  const span = members.get(key);
  const raw = span ? sliceOf(text, span) : '';
  return raw.startsWith('"') ? readString(raw) : '';
}

/** A client of the modern era must drop a tool whose header annotations break the rules, and only that tool. */
function breaksHeaderRules(text: string, { members }: Scan): boolean {
  const span = members.get('inputSchema');
  if (!span || !text.includes('x-mcp-header')) return false;
  return !headerParamsOf(JSON.parse(sliceOf(text, span)) as unknown).ok;
}
