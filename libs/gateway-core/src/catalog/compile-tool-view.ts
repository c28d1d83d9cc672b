import type { UpstreamList } from '../ports/upstream-connector.js';
import type { DefinitionHashes } from '../lock/definition-hashes.js';
import { mapUiResourceUris } from '../resources/ui-resource.js';
import type { ExposureRoute, ToolSetting, WorkspaceRoute } from '../routing/route-table.js';
import { assignNames } from '../routing/tool-names.js';
import { checkedTools, type CheckedTool } from './checked-tools.js';
import { appliedParams } from './curated-schema.js';
import { editDefinition } from './edit-definition.js';
import type { ResourceView } from './resource-view.js';
import type { AppliedParams } from './tool-params.js';
import type { PublishedTool, ToolEntry, ToolView } from './tool-view.js';

interface Candidate extends CheckedTool {
  readonly exposure: ExposureRoute;
  readonly key: string;
  readonly isModern: boolean;
  /** Where the workspace pinned or hid parameters. */
  readonly applied: AppliedParams | undefined;
}

/** What tools are published with beside their own definitions. */
export interface ToolContext {
  readonly resources: ResourceView;
  readonly hashes: DefinitionHashes;
}

/**
 * Merges the lists of a workspace's servers into what its clients see. Pure: the same lists give the same view.
 * @param listOf the tools of an exposure's target that its lock lets through, or undefined while none are known.
 */
export function compileToolView(
  workspace: WorkspaceRoute,
  listOf: (exposure: ExposureRoute) => UpstreamList | undefined,
  { resources, hashes }: ToolContext,
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
    if (!entry.stopped) tools.push(publish(candidate, entry.publishedName!, { resources, hashes }));
  }
  return { tools, entries, byName: new Map(tools.map((tool) => [tool.publishedName, tool])) };
}

function candidatesOf(exposure: ExposureRoute, list: UpstreamList | undefined): Candidate[] {
  if (!list) return [];
  const isModern = list.facts.era === 'modern';
  return checkedTools(list).map((tool) => ({
    exposure,
    item: tool.item,
    key: `${exposure.target.serverSlug}:${tool.item.key}`,
    checked: tool.checked,
    isModern,
    applied: appliedParams(tool, settingOf(exposure, tool.item.key)),
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

function stopOf({ exposure, item, checked, applied }: Candidate, publishedName: string | null): ToolEntry['stopped'] {
  if (!checked.ok) return { gate: 'schema', reason: checked.reason };
  if (applied?.ok === false) return { gate: 'schema', reason: applied.reason };
  if (publishedName === null) return { gate: 'name', reason: 'Its name collides with another tool; give it an alias.' };
  const setting = settingOf(exposure, item.key);
  if (setting?.enabled === false) return { gate: 'enabled', reason: 'It is switched off in this workspace.' };
  if (!setting && exposure.newTools === 'off') {
    return { gate: 'enabled', reason: 'It is new here, and new tools of this server stay off until somebody switches them on.' };
  }
  return null;
}

function publish(candidate: Candidate, publishedName: string, { resources, hashes }: ToolContext): PublishedTool {
  const { exposure, item, checked, isModern } = candidate;
  const { headerParams, edits, uiUris } = checked.ok ? checked : { headerParams: [], edits: [], uiUris: [] };
  const applied = candidate.applied?.ok ? candidate.applied : undefined;
  const description = settingOf(exposure, item.key)?.description ?? null;
  const set: (readonly [string, string])[] = [['name', JSON.stringify(publishedName)], ...edits];
  if (applied) set.push(['inputSchema', applied.schemaText]);
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
    headerParams: applied?.headerParams ?? headerParams,
    isModern,
    params: applied?.params,
    definitionHash: hashes.of(item),
  };
}

const settingOf = (exposure: ExposureRoute, toolName: string): ToolSetting | undefined => exposure.toolSettings.get(toolName);
