import { memberText, readString, scanJson, sliceOf, writeParamHeaders, type InboundMessage } from '@mcpnest/mcp-protocol';
import type { Errand } from '../bridge/errand.js';
import type { Found } from '../catalog/catalog-views.js';
import type { PublishedItem } from '../catalog/published-item.js';
import type { ResourceOwner } from '../catalog/resource-view.js';
import type { PublishedTool } from '../catalog/tool-view.js';
import { changeMembers } from '../resources/change-members.js';
import { curateParams } from './curate-call.js';
import type { Opened } from './facts.js';
import type { GatewayParts } from './gateway-parts.js';

/** Members of `params` that belong to the client's hop: its envelope, and the rounds of its own questions. */
const HOP_PARAMS: ReadonlySet<string> = new Set(['_meta', 'inputResponses', 'requestState']);
const PARAM_HEADERS_MAX = 64;

/** The errand of a `tools/call`. */
export function toolErrand(facts: Opened, { views }: GatewayParts, tool: PublishedTool): Errand {
  const { message, workspace } = facts;
  const asSent = paramsWith(message, 'name', tool.upstreamNameText);
  const params = tool.params === undefined ? asSent : curateParams(asSent, tool.params);
  return {
    exposure: tool.exposure,
    method: 'tools/call',
    subject: tool.upstreamName,
    params,
    paramHeaders: tool.isModern ? paramHeadersOf(facts, tool, params) : undefined,
    tool,
    uris: views.current(workspace).resources.urisOf(tool.exposure),
  };
}

/** Looks for the prompt of a `prompts/get`. */
export function findPromptErrand(facts: Opened, parts: GatewayParts, asked: string): Found<Errand> {
  const errandOf = (prompt: PublishedItem | undefined): Errand | undefined =>
    prompt && {
      exposure: prompt.exposure,
      method: 'prompts/get',
      subject: prompt.upstreamName,
      params: paramsWith(facts.message, 'name', JSON.stringify(prompt.upstreamName)),
      uris: parts.views.current(facts.workspace).resources.urisOf(prompt.exposure),
    };
  return after(parts.views.findPrompt(facts.workspace, asked), errandOf);
}

/** Looks for the resource of a `resources/read`. */
export function findResourceErrand({ message, workspace }: Opened, { views }: GatewayParts, asked: string): Found<Errand> {
  return after(views.findResource(workspace, asked), (owner) => {
    if (!owner) return undefined;
    const { exposure, uri, uris } = owner;
    return { exposure, method: 'resources/read', subject: uri, params: paramsWith(message, 'uri', JSON.stringify(uri)), uris };
  });
}

/** What a `completion/complete` refers to (2026-07-28, Completion): a prompt by name, or a template or resource by URI. */
export interface CompletionRef {
  readonly type: 'ref/prompt' | 'ref/resource';
  readonly asked: string;
}

/** Reads `params.ref`, or answers undefined where it refers to nothing. */
export function completionRefOf(message: InboundMessage): CompletionRef | undefined {
  const text = memberText(message, 'ref');
  const scan = text?.startsWith('{') ? scanJson(text) : undefined;
  if (text === undefined || !scan?.ok) return undefined;
  const member = (key: string): string | undefined => {
    const span = scan.members.get(key);
    const raw = span && sliceOf(text, span);
    return raw?.startsWith('"') ? readString(raw) : undefined;
  };
  const type = member('type');
  const asked = type === 'ref/prompt' ? member('name') : type === 'ref/resource' ? member('uri') : undefined;
  return asked === undefined ? undefined : { type: type as CompletionRef['type'], asked };
}

/** Looks for what a `completion/complete` refers to. */
export function findCompletionErrand({ message, workspace }: Opened, parts: GatewayParts, ref: CompletionRef): Found<Errand> {
  const { views, lists } = parts;
  const errandOf = (exposure: Errand['exposure'], key: string, subject: string): Errand => {
    const refText = changeMembers(memberText(message, 'ref')!, { [key]: () => JSON.stringify(subject) });
    const params = paramsWith(message, 'ref', refText);
    // Contexts came with 2025-06-18; a strict older server refuses what it does not know.
    const isOld = (lists.factsOf(exposure.target)?.protocolVersion ?? '2025-06-18') < '2025-06-18';
    return {
      exposure,
      method: 'completion/complete',
      subject,
      params: isOld ? params.filter(([name]) => name !== 'context') : params,
    };
  };
  if (ref.type === 'ref/prompt') {
    return after(views.findPrompt(workspace, ref.asked), (prompt) => prompt && errandOf(prompt.exposure, 'name', prompt.upstreamName));
  }
  return after(
    views.findTemplate(workspace, ref.asked),
    (owner: ResourceOwner | undefined) => owner && errandOf(owner.exposure, 'uri', owner.uri),
  );
}

/** Members of `params` that travel on, in the client's order, one of them replaced. */
function paramsWith(message: InboundMessage, replaced: string, replacement: string): [string, string][] {
  const params: [string, string][] = [];
  for (const [key, span] of message.params ?? []) {
    if (key === replaced) params.push([key, replacement]);
    else if (!HOP_PARAMS.has(key)) params.push([key, sliceOf(message.text, span)]);
  }
  return params;
}

/** `Mcp-Param-*` for a modern server: those its schema asks for written anew from the body, others of the client as they came. */
function paramHeadersOf({ headers }: Opened, tool: PublishedTool, params: Errand['params']): Record<string, string> | undefined {
  const headerParams = tool.params?.headerParams ?? tool.headerParams;
  if (headerParams.length === 0 && headers.params.size === 0) return undefined;
  const written = writeParamHeaders(headerParams, params.find(([key]) => key === 'arguments')?.[1]);
  const known = new Set(headerParams.map(({ header }) => header.toLowerCase()));
  let more = PARAM_HEADERS_MAX;
  for (const [name, value] of headers.params) if (!known.has(name) && more-- > 0) written[`Mcp-Param-${name}`] = value;
  return written;
}

function after<T, U>(found: Found<T>, then: (found: T | undefined) => U | undefined): Found<U> {
  return found instanceof Promise ? found.then(then) : then(found);
}
