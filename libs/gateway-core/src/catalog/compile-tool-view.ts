import type { UpstreamTool, UpstreamToolList } from '../ports/upstream-connector.js';
import type { ExposureRoute, WorkspaceRoute } from '../routing/route-table.js';
import { assignNames } from '../routing/tool-names.js';
import { checkDefinition, publishDefinition, type CheckedDefinition } from './publish-definition.js';
import type { PublishedTool, ToolEntry, ToolView } from './tool-view.js';

interface Candidate {
  readonly exposure: ExposureRoute;
  readonly tool: UpstreamTool;
  readonly key: string;
  readonly checked: CheckedDefinition;
}

/**
 * Merges the lists of a workspace's servers into what its clients see. Pure: the same lists give the same view.
 * @param listOf the list of an exposure's target, or undefined while none is known.
 */
export function compileToolView(workspace: WorkspaceRoute, listOf: (exposure: ExposureRoute) => UpstreamToolList | undefined): ToolView {
  const candidates = workspace.exposures.flatMap((exposure) => candidatesOf(exposure, listOf(exposure)));
  // Tools that are switched off keep their names, so that a switch never renames another tool.
  const claims = candidates
    .filter(({ checked }) => checked.ok)
    .map(({ exposure, tool, key }) => ({
      key,
      wanted: settingOf(exposure, tool.name)?.alias ?? `${exposure.toolPrefix}${tool.name}`,
      createdAt: exposure.createdAt,
    }));
  const names = assignNames(claims, workspace.toolNameLengthMax);

  const tools: PublishedTool[] = [];
  const entries: ToolEntry[] = [];
  for (const candidate of candidates) {
    const entry = entryOf(candidate, names.get(candidate.key) ?? null);
    entries.push(entry);
    if (!entry.stopped) tools.push(publish(candidate, entry.publishedName!));
  }
  return { tools, entries, byName: new Map(tools.map((tool) => [tool.publishedName, tool])) };
}

function candidatesOf(exposure: ExposureRoute, list: UpstreamToolList | undefined): Candidate[] {
  if (!list) return [];
  return list.tools.map((tool) => ({
    exposure,
    tool,
    key: `${exposure.target.serverSlug}:${tool.name}`,
    checked: checkDefinition(tool.text, list.era),
  }));
}

function entryOf({ exposure, tool, checked }: Candidate, publishedName: string | null): ToolEntry {
  return {
    exposure,
    upstreamName: tool.name,
    definitionText: tool.text,
    publishedName,
    stopped: stopOf(exposure, tool.name, checked, publishedName),
  };
}

function stopOf(exposure: ExposureRoute, toolName: string, checked: CheckedDefinition, publishedName: string | null): ToolEntry['stopped'] {
  if (!checked.ok) return { gate: 'schema', reason: checked.reason };
  if (publishedName === null) return { gate: 'name', reason: 'Its name collides with another tool; give it an alias.' };
  if (settingOf(exposure, toolName)?.enabled === false) return { gate: 'enabled', reason: 'It is switched off in this workspace.' };
  return null;
}

function publish({ exposure, tool, checked }: Candidate, publishedName: string): PublishedTool {
  const { headerParams, edits } = checked.ok ? checked : { headerParams: [], edits: [] };
  const description = settingOf(exposure, tool.name)?.description ?? null;
  return {
    publishedName,
    exposure,
    upstreamName: tool.name,
    upstreamNameText: JSON.stringify(tool.name),
    text: publishDefinition(tool.text, { name: publishedName, description, edits }),
    headerParams,
  };
}

const settingOf = (exposure: ExposureRoute, toolName: string) => exposure.toolSettings.get(toolName);
