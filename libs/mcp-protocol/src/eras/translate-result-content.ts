/** Results for clients of revisions that lack some of what servers send now, on their text. */
import { editObject } from '../json-rpc/edit-object.js';
import { sliceOf } from '../json-rpc/message.js';
import { scanJson, type Members } from '../json-rpc/scan.js';
import { objectText } from '../json-rpc/write.js';

/** Structured output and resource links came with it (2025-06-18, "Key Changes"). */
const STRUCTURED = '2025-06-18';
/** Audio came with it (2025-03-26, "Key Changes"). */
const AUDIO = '2025-03-26';
const BOUNDS = { depthMax: 128, keysMax: 250_000, elementsMax: 250_000 } as const;

/** Whether a result may hold something that a client of this revision does not know; a look at the text, not into it. */
export function mayNeedDowngrade(resultText: string, revision: string): boolean {
  if (revision >= STRUCTURED) return false;
  return (
    resultText.includes('"structuredContent"') ||
    resultText.includes('"resource_link"') ||
    (revision < AUDIO && resultText.includes('"audio"'))
  );
}

/**
 * The result of `tools/call` or `prompts/get` for a client of this revision: links become texts, audio an embedded resource,
 * structured output goes, and stands as text where it was all there is. Everything else keeps its bytes.
 */
export function downgradeContent(resultText: string, revision: string): string {
  if (!mayNeedDowngrade(resultText, revision)) return resultText;
  const members = membersOf(resultText);
  if (!members) return resultText;
  const set: [string, string][] = [];
  const content = rawMember(resultText, members, 'content');
  const structured = rawMember(resultText, members, 'structuredContent');
  if (content !== undefined) set.push(['content', downgradeBlocks(content, revision)]);
  if (structured !== undefined && (content === undefined || /^\[\s*\]$/.test(content))) {
    set.push(['content', `[${textBlock(structured)}]`]);
  }
  const messages = rawMember(resultText, members, 'messages');
  if (messages !== undefined) set.push(['messages', eachElement(messages, (text, at) => downgradeMessage(text, at, revision))]);
  return editObject(resultText, members, { drop: ['structuredContent'], set });
}

/**
 * Structured output of a modern tool for legacy clients, whose schema wants an object: any other value is wrapped as
 * `{"result": …}` (2025-11-25, Tools, "Structured Content").
 */
export function wrapStructuredContent(resultText: string): string {
  const members = membersOf(resultText);
  const structured = members && rawMember(resultText, members, 'structuredContent');
  if (!members || structured === undefined || structured.startsWith('{')) return resultText;
  return editObject(resultText, members, { set: [['structuredContent', objectText([['result', structured]])]] });
}

const downgradeBlocks = (text: string, revision: string): string => eachElement(text, (block, at) => downgradeBlock(block, at, revision));

function downgradeMessage(text: string, at: number, revision: string): string {
  const members = membersOf(text);
  const content = members && rawMember(text, members, 'content');
  return members && content !== undefined ? editObject(text, members, { set: [['content', downgradeBlock(content, at, revision)]] }) : text;
}

function downgradeBlock(text: string, at: number, revision: string): string {
  const members = membersOf(text);
  const type = members && rawMember(text, members, 'type');
  if (!members || (type !== '"resource_link"' && type !== '"audio"')) return text;
  if (type === '"resource_link"') {
    const uri = rawMember(text, members, 'uri');
    return objectText([
      ['type', '"text"'],
      ['text', uri?.startsWith('"') ? uri : '""'],
    ]);
  }
  return revision < AUDIO ? audioAsResource(text, members, at) : text;
}

function audioAsResource(text: string, members: Members, at: number): string {
  const resource: [string, string][] = [['uri', JSON.stringify(`audio://content/${at + 1}`)]];
  const mimeType = rawMember(text, members, 'mimeType');
  if (mimeType !== undefined) resource.push(['mimeType', mimeType]);
  resource.push(['blob', rawMember(text, members, 'data') ?? '""']);
  return objectText([
    ['type', '"resource"'],
    ['resource', objectText(resource)],
  ]);
}

const textBlock = (raw: string): string =>
  objectText([
    ['type', '"text"'],
    ['text', JSON.stringify(raw)],
  ]);

function eachElement(text: string, edit: (element: string, at: number) => string): string {
  const scan = scanJson(text, BOUNDS);
  if (!scan.ok || !scan.elements) return text;
  return `[${scan.elements.map((span, at) => edit(sliceOf(text, span), at)).join(',')}]`;
}

function membersOf(text: string): Members | undefined {
  const scan = scanJson(text, BOUNDS);
  return scan.ok && scan.kind === 'object' ? scan.members : undefined;
}

function rawMember(text: string, members: Members, key: string): string | undefined {
  const span = members.get(key);
  return span && sliceOf(text, span);
}
