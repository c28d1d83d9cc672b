import type { DefinitionHashes } from '../lock/definition-hashes.js';
import type { HeldItem } from '../lock/screen.js';
import type { UpstreamList } from '../ports/upstream-connector.js';
import type { ExposureRoute, ToolSetting, WorkspaceRoute } from '../routing/route-table.js';
import { assignNames, type NameClaim } from '../routing/tool-names.js';
import { checkedTools, type CheckedTool } from './checked-tools.js';
import { appliedParams } from './curated-schema.js';
import { OfferedTool } from './offered-tool.js';
import type { ResourceView } from './resource-view.js';
import type { AppliedParams } from './tool-params.js';
import type { PublishedTool, ToolEntry, ToolView } from './tool-view.js';

interface Candidate {
  readonly exposure: ExposureRoute;
  readonly tool: CheckedTool;
  /** Where the workspace pinned or hid parameters. */
  readonly applied: AppliedParams | undefined;
}

/** What tools are published from. */
export interface ToolSources {
  /** The tools of an exposure's target that its lock lets through, or undefined while none are known. */
  readonly listOf: (exposure: ExposureRoute) => UpstreamList | undefined;
  /** Those that it withholds. */
  readonly heldOf: (exposure: ExposureRoute) => readonly HeldItem[];
  readonly resources: ResourceView;
  readonly hashes: DefinitionHashes;
}

/** Merges the lists of a workspace's servers into what its clients see. Pure: the same lists give the same view. */
export function compileToolView(workspace: WorkspaceRoute, sources: ToolSources): ToolView {
  const lists = workspace.exposures.map((exposure) => [exposure, sources.listOf(exposure)] as const);
  const held = workspace.exposures.flatMap((exposure) => sources.heldOf(exposure).map((item) => heldEntry(exposure, item)));
  const compile = (): Compiled => namedCandidates(lists, workspace.toolNameLengthMax);
  const compiled = compile();
  const tools = compiled.candidates.flatMap((candidate, at) => {
    const name = compiled.names[at] ?? null;
    return name === null || stopOf(candidate, name) ? [] : publish(candidate, name, sources);
  });
  return new CompiledTools(tools, () => entriesOf(compile()).concat(held, lists.flatMap(leftOutEntries)));
}

/** Whoever looks at tools that are not published is a person, and rare: what is said about each is found out then. */
class CompiledTools implements ToolView {
  readonly byName: ReadonlyMap<string, PublishedTool>;

  constructor(
    readonly tools: readonly PublishedTool[],
    private readonly makeEntries: () => readonly ToolEntry[],
  ) {
    this.byName = new Map(tools.map((tool) => [tool.publishedName, tool]));
  }

  get entries(): readonly ToolEntry[] {
    return this.makeEntries();
  }
}

/** Everything that a workspace's servers offer, and the name that each gets, if any. */
interface Compiled {
  readonly candidates: readonly Candidate[];
  readonly names: readonly (string | undefined)[];
}

function namedCandidates(lists: readonly (readonly [ExposureRoute, UpstreamList | undefined])[], lengthMax: number): Compiled {
  const candidates = lists.flatMap(([exposure, list]) => candidatesOf(exposure, list));
  // Tools that are switched off keep their names, so that a switch never renames another tool.
  const claims = candidates.map(({ tool, exposure }) => (tool.checked.ok ? claimOf(exposure, tool.item.key) : undefined));
  const names = assignNames(
    claims.filter((claim) => claim !== undefined),
    lengthMax,
  );
  return { candidates, names: claims.map((claim) => claim && names.get(claim.key)) };
}

function candidatesOf(exposure: ExposureRoute, list: UpstreamList | undefined): Candidate[] {
  if (!list) return [];
  return checkedTools(list).map((tool) => ({ exposure, tool, applied: appliedParams(tool, settingOf(exposure, tool.item.key)) }));
}

function claimOf(exposure: ExposureRoute, toolName: string): NameClaim {
  return {
    key: `${exposure.target.serverSlug}:${toolName}`,
    wanted: settingOf(exposure, toolName)?.alias ?? `${exposure.toolPrefix}${toolName}`,
    createdAt: exposure.createdAt,
  };
}

function entriesOf({ candidates, names }: Compiled): ToolEntry[] {
  return candidates.map((candidate, at) => {
    const { exposure, tool } = candidate;
    const publishedName = names[at] ?? null;
    const stopped = stopOf(candidate, publishedName);
    return { exposure, upstreamName: tool.item.key, definitionText: tool.item.text, publishedName, stopped };
  });
}

/** A tool that a lock withholds: it has no name and claims none. */
function heldEntry(exposure: ExposureRoute, { item, reason }: HeldItem): ToolEntry {
  const stopped = { gate: 'lock', reason } as const;
  return { exposure, upstreamName: item.key, definitionText: item.text, publishedName: null, stopped };
}

/** Tools that are too much to keep: nothing is left of them but their names. */
function leftOutEntries([exposure, list]: readonly [ExposureRoute, UpstreamList | undefined]): ToolEntry[] {
  return (list?.leftOut ?? []).map(({ key, reason }) => {
    return { exposure, upstreamName: key, definitionText: '{}', publishedName: null, stopped: { gate: 'schema', reason } };
  });
}

function stopOf({ exposure, tool: { item, checked }, applied }: Candidate, publishedName: string | null): ToolEntry['stopped'] {
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

function publish({ exposure, tool, applied }: Candidate, publishedName: string, { resources, hashes }: ToolSources): PublishedTool {
  return new OfferedTool(tool, {
    exposure,
    publishedName,
    applied: applied?.ok ? applied : undefined,
    uris: resources.urisOf(exposure),
    definitionHash: hashes.of(tool.item),
  });
}

const settingOf = (exposure: ExposureRoute, toolName: string): ToolSetting | undefined => exposure.toolSettings.get(toolName);
