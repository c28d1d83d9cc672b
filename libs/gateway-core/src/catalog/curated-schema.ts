import { scanJson, sliceOf } from '@mcpnest/mcp-protocol';
import type { ToolSetting } from '../routing/route-table.js';
import { checkedTool, type CheckedTool } from './checked-tools.js';
import { applyParams, type AppliedParams } from './tool-params.js';

/** A tool's input schema with the workspace's settings of its parameters; undefined where there are none. */
export function appliedParams({ item, checked }: CheckedTool, setting: ToolSetting | undefined): AppliedParams | undefined {
  if (!checked.ok || !setting?.params || setting.params.length === 0) return undefined;
  const edited = checked.edits.find(([key]) => key === 'inputSchema')?.[1];
  return applyParams(edited ?? inputSchemaText(item.text), setting.params, checked.headerParams);
}

/**
 * Why settings of parameters do not fit a definition, or undefined: what `compileToolView` would find, for those who save them.
 * @param definitionText a tool's raw definition, as listed.
 */
export function paramsFault(definitionText: string, params: NonNullable<ToolSetting['params']>): string | undefined {
  const setting = { enabled: true, alias: null, description: null, params };
  const applied = appliedParams(checkedTool({ key: '', text: definitionText }, 'legacy'), setting);
  return applied && !applied.ok ? applied.reason : undefined;
}

function inputSchemaText(definitionText: string): string {
  const scan = scanJson(definitionText, { depthMax: 512, keysMax: 250_000 });
  const span = scan.ok ? scan.members.get('inputSchema') : undefined;
  if (!span) throw new Error('a checked definition has an input schema');
  return sliceOf(definitionText, span);
}
