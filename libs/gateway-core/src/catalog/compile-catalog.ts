import type { ListKind, UpstreamList } from '../ports/upstream-connector.js';
import { LIST_KINDS } from '../ports/upstream-connector.js';
import type { Locks } from '../lock/locks.js';
import type { HeldItem } from '../lock/screen.js';
import type { LockKind } from '../lock/version-lock.js';
import type { ExposureRoute, WorkspaceRoute } from '../routing/route-table.js';
import { compileToolView } from './compile-tool-view.js';
import { withHeldPrompts } from './held-prompts.js';
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
  /** How many items it publishes, all kinds together, and at least 1. */
  readonly size: number;
  /** The lists' version it was last found valid for. */
  version: number;
}

/** What is known of servers, and what their locks make of it. */
export interface KnownServers {
  readonly lists: UpstreamLists;
  readonly locks: Locks;
}

/** The catalogue of what is known now. Views none of whose lists changed are taken over from the former one. */
export function compileCatalog(workspace: WorkspaceRoute, { lists, locks }: KnownServers, former: Catalog | undefined): Catalog {
  const made = Object.fromEntries(
    LIST_KINDS.map((kind): [ListKind, Lists] => [kind, workspace.exposures.map(({ target }) => lists.listOf(target, kind))]),
  ) as Record<ListKind, Lists>;
  const stands = (...kinds: ListKind[]): boolean =>
    former !== undefined && kinds.every((kind) => made[kind].every((list, index) => list === former.made[kind][index]));
  // Nothing is made of a list but what its lock lets through.
  const served = ({ target, lock }: ExposureRoute, kind: ListKind): UpstreamList | undefined => {
    const list = lists.listOf(target, kind);
    return list && kind !== 'resources' ? locks.served(list, kind, lock) : list;
  };
  const held = ({ target, lock }: ExposureRoute, kind: LockKind & ListKind): readonly HeldItem[] => {
    const list = lists.listOf(target, kind);
    return list ? locks.screened(list, kind, lock).held : [];
  };
  const prompts =
    former && stands('prompts')
      ? former.prompts
      : withHeldPrompts(
          compilePromptView(workspace, (exposure) => served(exposure, 'prompts')),
          workspace,
          (exposure) => held(exposure, 'prompts'),
        );
  const resources = former && stands(...RESOURCE_KINDS) ? former.resources : new ResourceView(workspace, served);
  const tools =
    former && stands('tools') && resources.uiFingerprint === former.resources.uiFingerprint
      ? former.tools
      : compileToolView(workspace, {
          listOf: (exposure) => served(exposure, 'tools'),
          heldOf: (exposure) => held(exposure, 'tools'),
          resources,
          hashes: locks.hashes,
        });
  const size = 1 + tools.tools.length + prompts.prompts.length + resources.resources.length + resources.templates.length;
  return { tools, prompts, resources, made, size, version: lists.version };
}
