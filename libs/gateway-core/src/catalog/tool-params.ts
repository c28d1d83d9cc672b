import { editObject, isSchemaObject, scanJson, type HeaderParam } from '@mcpnest/mcp-protocol';
import { membersOf } from '../resources/change-members.js';
import type { ParamSetting } from '../routing/route-table.js';
import { withoutParams } from './without-params.js';

/** What a workspace decided about the parameters of a tool, ready for its calls. */
export interface ToolParams {
  /** Parameters that calls must not carry. */
  readonly hidden: ReadonlySet<string>;
  /** Arguments that every call carries, whatever its client sent: name → raw JSON. */
  readonly pinned: readonly (readonly [name: string, text: string])[];
  /** Arguments that the server wants in headers as well, those that clients do not see included. */
  readonly headerParams: readonly HeaderParam[];
}

/** The settings of a tool's parameters put into practice, or why they cannot be. */
export type AppliedParams =
  | { readonly ok: true; readonly params: ToolParams; readonly schemaText: string; readonly headerParams: readonly HeaderParam[] }
  | { readonly ok: false; readonly reason: string };

/**
 * Applies settings to an input schema. A setting that no longer fits stops the tool: one that was pinned must not come free
 * because its server gave the parameter another name.
 * @param headerParams of the whole schema.
 */
export function applyParams(schemaText: string, settings: readonly ParamSetting[], headerParams: readonly HeaderParam[]): AppliedParams {
  const misfit = misfitOf(schemaText, settings);
  if (misfit !== undefined) return { ok: false, reason: misfit };
  const names = new Set(settings.map(({ name }) => name));
  const stripped = withoutParams(schemaText, names);
  if (!stripped.ok) return { ok: false, reason: `Parameters of it cannot be pinned or hidden. ${stripped.reason}` };
  return {
    ok: true,
    schemaText: stripped.text,
    headerParams: headerParams.filter(({ path }) => !names.has(path[0] ?? '')),
    params: {
      hidden: new Set(settings.filter(({ pinned }) => pinned === null).map(({ name }) => name)),
      pinned: settings.flatMap(({ name, pinned }) => (pinned === null ? [] : [[name, pinned] as const])),
      headerParams,
    },
  };
}

function misfitOf(schemaText: string, settings: readonly ParamSetting[]): string | undefined {
  const { properties, required } = JSON.parse(schemaText) as { properties?: unknown; required?: unknown };
  for (const { name, pinned } of settings) {
    const shown = JSON.stringify(name);
    if (pinned !== null && !(isSchemaObject(properties) && Object.hasOwn(properties, name))) {
      return `It has no parameter ${shown} any more, which is pinned here.`;
    }
    if (pinned === null && Array.isArray(required) && required.includes(name)) {
      return `The server requires the parameter ${shown}, which is hidden here: pin a value instead.`;
    }
  }
  return undefined;
}

/** The first hidden parameter that a call carries, or undefined. @param argumentsText raw JSON of `arguments`. */
export function hiddenArgument({ hidden }: ToolParams, argumentsText: string | undefined): string | undefined {
  if (hidden.size === 0 || argumentsText === undefined) return undefined;
  for (const key of membersOf(argumentsText)?.keys() ?? []) if (hidden.has(key)) return key;
  return undefined;
}

/**
 * The arguments as the server gets them: what is pinned in the place of whatever the client sent.
 * @returns undefined where they are no object.
 */
export function withPinned({ pinned }: ToolParams, argumentsText: string | undefined): string | undefined {
  if (pinned.length === 0) return argumentsText;
  const text = argumentsText === undefined || argumentsText === 'null' ? '{}' : argumentsText;
  if (!text.startsWith('{')) return undefined;
  const scan = scanJson(text, { depthMax: 512, keysMax: 250_000 });
  return scan.ok ? editObject(text, scan.members, { set: pinned }) : undefined;
}
