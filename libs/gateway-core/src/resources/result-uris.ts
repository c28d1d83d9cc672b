import { readString, scanJson, sliceOf } from '@mcpnest/mcp-protocol';
import { changeMembers, membersOf, type Change } from './change-members.js';

const BOUNDS = { depthMax: 512, keysMax: 250_000, elementsMax: 1_000_000 } as const;

/**
 * Gives every resource URI of a result to `map` and puts its answer in the place: links and embedded resources in the
 * `content` of a tool's result and of a prompt's messages, and the `contents` that were read (2026-07-28, Tools, Prompts and
 * Resources). Everything else keeps its bytes.
 */
export function mapResultUris(resultText: string, map: (uri: string) => string): string {
  if (!resultText.includes('"uri"')) return resultText;
  const uri = (text: string): string => (text.startsWith('"') ? mapString(text, map) : text);
  const block = (text: string): string => changeBlock(text, uri);
  const blocks = (text: string): string => changeElements(text, block);
  return changeMembers(resultText, {
    content: blocks,
    contents: (text) => changeElements(text, (item) => changeMembers(item, { uri })),
    messages: (text) =>
      changeElements(text, (message) => changeMembers(message, { content: (each) => (each.startsWith('[') ? blocks(each) : block(each)) })),
  });
}

/** A content block; what is neither a link nor an embedded resource is not looked into. */
function changeBlock(text: string, uri: Change): string {
  const members = membersOf(text);
  const type = members?.get('type');
  if (!members || !type) return text;
  switch (sliceOf(text, type)) {
    case '"resource_link"':
      return changeMembers(text, { uri }, members);
    case '"resource"':
      return changeMembers(text, { resource: (resource) => changeMembers(resource, { uri }) }, members);
    default:
      return text;
  }
}

function changeElements(text: string, change: Change): string {
  if (!text.startsWith('[')) return text;
  const scan = scanJson(text, BOUNDS);
  if (!scan.ok || !scan.elements) return text;
  let isChanged = false;
  const elements = scan.elements.map((span) => {
    const former = sliceOf(text, span);
    const changed = change(former);
    isChanged ||= changed !== former;
    return changed;
  });
  return isChanged ? `[${elements.join(',')}]` : text;
}

function mapString(text: string, map: (uri: string) => string): string {
  const former = readString(text);
  const mapped = map(former);
  return mapped === former ? text : JSON.stringify(mapped);
}
