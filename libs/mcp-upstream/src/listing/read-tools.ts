import { headerParamsOf, readString, scanJson, sliceOf, type Era, type Scan, type UpstreamReply } from '@mcpnest/mcp-protocol';
import type { UpstreamTool } from '@mcpnest/gateway-core';
import { LIMITS } from '@mcpnest/shared/limits';

/** Elements looked at on one page, dropped ones included. */
const ELEMENTS_MAX = 10_000;
const NAME_LENGTH_MAX = 1_024;

/** The definitions on one page that can be used, as raw texts in the page's order; undefined where `tools` is no list. */
export function readTools(page: UpstreamReply, era: Era): UpstreamTool[] | undefined {
  const text = memberOf(page, 'tools');
  if (text === undefined) return undefined;
  const list = scanJson(text, { depthMax: 128, keysMax: 250_000, elementsMax: ELEMENTS_MAX });
  if (!list.ok || !list.elements) return undefined;
  return list.elements.map((element) => readTool(sliceOf(text, element), era)).filter((tool) => tool !== undefined);
}

/** `nextCursor` of a page as raw JSON; undefined on the last one. An empty string is a cursor like any other. */
export function readNextCursor(page: UpstreamReply): string | undefined {
  const raw = memberOf(page, 'nextCursor');
  return raw?.startsWith('"') ? raw : undefined;
}

function memberOf({ resultText, resultMembers }: UpstreamReply, key: string): string | undefined {
  const span = resultMembers?.get(key);
  return span && sliceOf(resultText!, span);
}

/** A definition; undefined for one that is no object, has no name, is too large, or breaks the rules of `x-mcp-header`. */
function readTool(text: string, era: Era): UpstreamTool | undefined {
  if (!text.startsWith('{') || Buffer.byteLength(text) > LIMITS.toolDefinitionBytesMax) return undefined;
  const tool = scanJson(text, { depthMax: 128 });
  const name = tool.ok ? nameIn(text, tool) : '';
  if (!tool.ok || name === '' || name.length > NAME_LENGTH_MAX) return undefined;
  return era === 'modern' && breaksHeaderRules(text, tool) ? undefined : { name, text };
}

function nameIn(text: string, { members }: Scan): string {
  const span = members.get('name');
  const raw = span ? sliceOf(text, span) : '';
  return raw.startsWith('"') ? readString(raw) : '';
}

/** A client of the modern era must drop a tool whose header annotations break the rules, and only that tool. */
function breaksHeaderRules(text: string, { members }: Scan): boolean {
  const span = members.get('inputSchema');
  if (!span || !text.includes('x-mcp-header')) return false;
  return !headerParamsOf(JSON.parse(sliceOf(text, span)) as unknown).ok;
}
