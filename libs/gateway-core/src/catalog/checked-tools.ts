import { editObject, headerParamsOf, scanJson, stripHeaderParams, type Era, type HeaderParam } from '@mcpnest/mcp-protocol';
import type { UpstreamItem, UpstreamList } from '../ports/upstream-connector.js';
import { uiResourceUris } from '../resources/ui-resource.js';
import { schemaFault, sizeFault } from './definition-fault.js';

/** A definition that clients can use, or why they cannot. */
export type CheckedDefinition =
  | {
      readonly ok: true;
      readonly headerParams: readonly HeaderParam[];
      /** Members to replace: key → raw JSON. */
      readonly edits: readonly (readonly [string, string])[];
      /** The resources it names as its user interface. */
      readonly uiUris: readonly string[];
    }
  | { readonly ok: false; readonly reason: string };

/** A listed tool with what was found about its definition: one object for all workspaces that publish it. */
export interface CheckedTool {
  readonly item: UpstreamItem;
  readonly era: Era;
  readonly checked: CheckedDefinition;
  /** Its own name as raw JSON, ready to be spliced into a call. */
  readonly nameText: string;
}

const byList = new WeakMap<UpstreamList, readonly CheckedTool[]>();
const byItem = new WeakMap<UpstreamItem, CheckedTool>();

/** The tools of a list, each looked into once for as long as its definition stays the same. */
export function checkedTools(list: UpstreamList): readonly CheckedTool[] {
  let tools = byList.get(list);
  if (!tools) byList.set(list, (tools = list.items.map((item) => knownTool(item, list.facts.era))));
  return tools;
}

function knownTool(item: UpstreamItem, era: Era): CheckedTool {
  let tool = byItem.get(item);
  if (tool?.era !== era) byItem.set(item, (tool = checkedTool(item, era)));
  return tool;
}

/** Looks into one tool. */
export function checkedTool(item: UpstreamItem, era: Era): CheckedTool {
  return { item, era, checked: checkDefinition(item.text, era), nameText: JSON.stringify(item.key) };
}

/**
 * Checks what clients stumble over: the definition must be of a bearable size, the input schema one of an object and whole in
 * itself, and its header annotations must be valid.
 * Modern servers with invalid annotations lose the tool (2026-07-28, Streamable HTTP, `x-mcp-header`); from older ones, to
 * which the keyword means nothing, it is taken out.
 */
export function checkDefinition(definitionText: string, era: Era): CheckedDefinition {
  const tooMuch = sizeFault(definitionText);
  if (tooMuch !== undefined) return { ok: false, reason: tooMuch };
  const definition = JSON.parse(definitionText) as Record<string, unknown>;
  const fault = schemaFault(definition);
  if (fault !== undefined) return { ok: false, reason: fault };
  const inputSchema = definition['inputSchema'] as Record<string, unknown>;
  const uiUris = uiResourceUris(definition);
  const annotated = headerParamsOf(inputSchema);
  if (annotated.ok) return { ok: true, headerParams: annotated.params, edits: typedSchema(definitionText, inputSchema), uiUris };
  if (era === 'modern') return { ok: false, reason: `Its header annotation is not valid: ${annotated.reason}.` };
  const stripped = stripHeaderParams(JSON.stringify({ type: 'object', ...inputSchema }));
  return { ok: true, headerParams: [], edits: [['inputSchema', stripped]], uiUris };
}

/** Arguments are always an object; a schema that leaves it unsaid makes strict clients refuse the whole list. */
function typedSchema(definitionText: string, inputSchema: Record<string, unknown>): readonly (readonly [string, string])[] {
  if (inputSchema['type'] === 'object') return [];
  const scan = scanJson(definitionText, { depthMax: 512, keysMax: 250_000, open: ['inputSchema'] });
  const span = scan.ok ? scan.members.get('inputSchema') : undefined;
  if (!span) return [];
  const text = definitionText.slice(span.start, span.end);
  const schema = scanJson(text, { depthMax: 512, keysMax: 250_000 });
  return schema.ok ? [['inputSchema', editObject(text, schema.members, { set: [['type', '"object"']] })]] : [];
}
