import type { ListKind, UpstreamList } from '../ports/upstream-connector.js';
import { LIST_KINDS } from '../ports/upstream-connector.js';
import type { WorkspaceRoute } from '../routing/route-table.js';
import { compileToolView } from './compile-tool-view.js';
import { compilePromptView, type PromptView } from './prompt-view.js';
import { RESOURCE_KINDS, ResourceView } from './resource-view.js';
import type { ToolView } from './tool-view.js';
import type { UpstreamLists } from './upstream-lists.js';

type Lists = readonly (UpstreamList | undefined)[];

/** Everything a workspace publishes, with the lists it was made of. */
export interface Catalog {
  readonly tools: ToolView;
  readonly prompts: PromptView;
  readonly resources: ResourceView;
  /** By kind, in the order of the workspace's exposures. */
  readonly made: Readonly<Record<ListKind, Lists>>;
  /** The lists' version it was last found valid for. */
  version: number;
}

/** The catalogue of what is known now. Views none of whose lists changed are taken over from the former one. */
export function compileCatalog(workspace: WorkspaceRoute, lists: UpstreamLists, former: Catalog | undefined): Catalog {
  const made = Object.fromEntries(
    LIST_KINDS.map((kind): [ListKind, Lists] => [kind, workspace.exposures.map(({ target }) => lists.listOf(target, kind))]),
  ) as Record<ListKind, Lists>;
  const stands = (...kinds: ListKind[]): boolean =>
    former !== undefined && kinds.every((kind) => made[kind].every((list, index) => list === former.made[kind][index]));
  const prompts =
    former && stands('prompts') ? former.prompts : compilePromptView(workspace, ({ target }) => lists.listOf(target, 'prompts'));
  const resources =
    former && stands(...RESOURCE_KINDS) ? former.resources : new ResourceView(workspace, ({ target }, kind) => lists.listOf(target, kind));
  const tools =
    former && stands('tools') && resources.uiFingerprint === former.resources.uiFingerprint
      ? former.tools
      : compileToolView(workspace, ({ target }) => lists.listOf(target, 'tools'), resources);
  return { tools, prompts, resources, made, version: lists.version };
}
