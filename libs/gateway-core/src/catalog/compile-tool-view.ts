import type { UpstreamList } from '../ports/upstream-connector.js';
import { mapUiResourceUris } from '../resources/ui-resource.js';
import type { ExposureRoute, ToolSetting, WorkspaceRoute } from '../routing/route-table.js';
import { assignNames } from '../routing/tool-names.js';
import { checkedTools, type CheckedTool } from './checked-tools.js';
import { editDefinition } from './edit-definition.js';
import type { ResourceView } from './resource-view.js';
import type { PublishedTool, ToolEntry, ToolView } from './tool-view.js';

interface Candidate extends CheckedTool {
  readonly exposure: ExposureRoute;
  readonly key: string;
  readonly isModern: boolean;
}

/**
 * Merges the lists of a workspace's servers into what its clients see. Pure: the same lists give the same view.
 * @param listOf the tools of an exposure's target, or undefined while none are known.
 */
export function compileToolView(
  workspace: WorkspaceRoute,
  listOf: (exposure: ExposureRoute) => UpstreamList | undefined,
  resources: ResourceView,
): ToolView {
  const candidates = workspace.exposures.flatMap((exposure) => candidatesOf(exposure, listOf(exposure)));
  // Tools that are switched off keep their names, so that a switch never renames another tool.
  const claims = candidates
    .filter(({ checked }) => checked.ok)
    .map(({ exposure, item, key }) => ({
      key,
      wanted: settingOf(exposure, item.key)?.alias ?? `${exposure.toolPrefix}${item.key}`,
      createdAt: exposure.createdAt,
    }));
  const names = assignNames(claims, workspace.toolNameLengthMax);

  const tools: PublishedTool[] = [];
  const entries: ToolEntry[] = [];
  for (const candidate of candidates) {
    const entry = entryOf(candidate, names.get(candidate.key) ?? null);
    entries.push(entry);
    if (!entry.stopped) tools.push(publish(candidate, entry.publishedName!, resources));
  }
  return { tools, entries, byName: new Map(tools.map((tool) => [tool.publishedName, tool])) };
}

function candidatesOf(exposure: ExposureRoute, list: UpstreamList | undefined): Candidate[] {
  if (!list) return [];
  const isModern = list.facts.era === 'modern';
  return checkedTools(list).map(({ item, checked }) => ({
    exposure,
    item,
    key: `${exposure.target.serverSlug}:${item.key}`,
    checked,
    isModern,
  }));
}

function entryOf(candidate: Candidate, publishedName: string | null): ToolEntry {
  const { exposure, item } = candidate;
  return {
    exposure,
    upstreamName: item.key,
    definitionText: item.text,
    publishedName,
    stopped: stopOf(candidate, publishedName),
  };
}

function stopOf({ exposure, item, checked }: Candidate, publishedName: string | null): ToolEntry['stopped'] {
  if (!checked.ok) return { gate: 'schema', reason: checked.reason };
  if (publishedName === null) return { gate: 'name', reason: 'Its name collides with another tool; give it an alias.' };
  if (settingOf(exposure, item.key)?.enabled === false) return { gate: 'enabled', reason: 'It is switched off in this workspace.' };
  return null;
}

function publish({ exposure, item, checked, isModern }: Candidate, publishedName: string, resources: ResourceView): PublishedTool {
  const { headerParams, edits, uiUris } = checked.ok ? checked : { headerParams: [], edits: [], uiUris: [] };
  const description = settingOf(exposure, item.key)?.description ?? null;
  const set: (readonly [string, string])[] = [['name', JSON.stringify(publishedName)], ...edits];
  if (description !== null) set.push(['description', JSON.stringify(description)]);
  // `execution` speaks of tasks, which the gateway does not carry.
  const text = editDefinition(item.text, { drop: ['execution'], set });
  const uris = resources.urisOf(exposure);
  return {
    publishedName,
    exposure,
    upstreamName: item.key,
    upstreamNameText: JSON.stringify(item.key),
    text: uris && uiUris.length > 0 ? mapUiResourceUris(text, (uri) => uris.published(uri)) : text,
    headerParams,
    isModern,
  };
}

const settingOf = (exposure: ExposureRoute, toolName: string): ToolSetting | undefined => exposure.toolSettings.get(toolName);
