import type { ToolGrant } from '../policy/tool-scope.js';
import type { ListKind } from '../ports/upstream-connector.js';
import { SeenLinks } from '../resources/seen-links.js';
import type { ExposureRoute, UpstreamTarget, WorkspaceRoute } from '../routing/route-table.js';
import { compileCatalog, type Catalog, type KnownServers } from './compile-catalog.js';
import type { Edition } from './edition.js';
import { ListWriter, type ListPages } from './list-pages.js';
import type { PublishedItem } from './published-item.js';
import { RESOURCE_KINDS, type ResourceOwner } from './resource-view.js';
import type { ListProblem, PublishedTool } from './tool-view.js';
import { TwoGenerations } from './two-generations.js';
import type { UpstreamLists } from './upstream-lists.js';

/** How old a list may be before a client that lists again is given a newer one. */
const LIST_MAX_AGE_MS = 5_000;
/** How old lists may be before a call of an unknown name makes the gateway look again. */
const MISS_MAX_AGE_MS = 1_000;

/** Published items of all workspaces together that stay compiled: about 120 bytes each. Others are compiled again when they are asked for. */
const ITEMS_MAX = 4_000_000;

/** Resources and templates lay claim to each other's URIs, so either list needs both. */
const TOGETHER: Readonly<Record<ListKind, readonly ListKind[]>> = {
  tools: ['tools'],
  prompts: ['prompts'],
  resources: ['resources', 'templates'],
  templates: ['resources', 'templates'],
};

/** Found at once, or after looking again. */
export type Found<T> = T | undefined | Promise<T | undefined>;

/** What each workspace publishes now, compiled again only where one of its lists or its route changed. */
export class CatalogViews {
  private readonly catalogs = new TwoGenerations<WorkspaceRoute, Catalog>(ITEMS_MAX);
  private readonly writer = new ListWriter();
  private readonly links = new SeenLinks();
  private readonly lists: UpstreamLists;

  /** @param newest the route in force of a request's workspace: what was decided since the request began holds for it too. */
  constructor(
    private readonly known: KnownServers,
    private readonly newest: (workspace: WorkspaceRoute) => WorkspaceRoute,
  ) {
    this.lists = known.lists;
  }

  /** The views made of what is known now. */
  current(workspace: WorkspaceRoute): Catalog {
    const route = this.newest(workspace);
    const former = this.catalogs.get(route);
    if (former?.version === this.lists.version) return former;
    const catalog = compileCatalog(route, this.known, former);
    this.catalogs.set(route, catalog, catalog.size);
    return catalog;
  }

  /** The views, with the lists of one kind fresh as far as their servers answer. */
  async fresh(workspace: WorkspaceRoute, kind: ListKind): Promise<Catalog> {
    this.learnClaims(workspace);
    await this.lists.ensure(this.targetsOf(workspace), TOGETHER[kind], LIST_MAX_AGE_MS);
    return this.current(workspace);
  }

  /** A list as a token's client reads it. */
  pages(items: readonly PublishedItem[], kind: ListKind, edition: Edition, grant: ToolGrant | null): ListPages {
    return this.writer.pages(items, kind, edition, grant);
  }

  /** Finds a tool by its published name: at once where it is known, after looking again where it is not. */
  findTool(workspace: WorkspaceRoute, publishedName: string): Found<PublishedTool> {
    return (
      this.current(workspace).tools.byName.get(publishedName) ??
      this.afterLooking(workspace, ['tools'], ({ tools }) => tools.byName.get(publishedName))
    );
  }

  /** Finds a prompt as `findTool` does a tool. */
  findPrompt(workspace: WorkspaceRoute, publishedName: string): Found<PublishedItem> {
    return (
      this.current(workspace).prompts.byName.get(publishedName) ??
      this.afterLooking(workspace, ['prompts'], ({ prompts }) => prompts.byName.get(publishedName))
    );
  }

  /** Finds where a published URI leads. No server is asked that might have lost it to one which was never listed. */
  findResource(workspace: WorkspaceRoute, publishedUri: string): Found<ResourceOwner> {
    return this.findOwner(workspace, (catalog) => this.ownerOf(workspace, catalog, publishedUri));
  }

  /** Finds whose a template is, or where the URI leads that stands in its place. */
  findTemplate(workspace: WorkspaceRoute, publishedTemplate: string): Found<ResourceOwner> {
    return this.findOwner(
      workspace,
      (catalog) => catalog.resources.ownerOfTemplate(publishedTemplate) ?? this.ownerOf(workspace, catalog, publishedTemplate),
    );
  }

  /**
   * Remembers which URIs a server mentioned, so that clients can read them although no list names them.
   * @param resultText the raw result, in the server's own URIs.
   */
  noteLinks(exposure: ExposureRoute, resultText: string): void {
    this.links.note(exposure, resultText);
  }

  /** Forgets the exposures that no route has any more. */
  retain(exposureIds: ReadonlySet<string>): void {
    this.links.retain(exposureIds);
  }

  /** Servers whose last fetch of a list failed, with the reason. */
  problems(workspace: WorkspaceRoute, kind: ListKind): readonly ListProblem[] {
    return workspace.exposures.flatMap(({ target }) => {
      const reason = TOGETHER[kind].map((each) => this.lists.failureOf(target, each)).find((failure) => failure !== null);
      return reason ? [{ serverSlug: target.serverSlug, reason }] : [];
    });
  }

  /**
   * Why a tool of this published name is not there, as far as a look at the lists tells: cheap, because anybody may ask for
   * names that do not exist.
   */
  withholds(workspace: WorkspaceRoute, asked: string): 'lock' | 'enabled' | undefined {
    for (const { target, lock, toolPrefix, toolSettings } of this.newest(workspace).exposures) {
      if (!asked.startsWith(toolPrefix)) continue;
      const key = asked.slice(toolPrefix.length);
      if (toolSettings.get(key)?.enabled === false) return 'enabled';
      const list = this.lists.listOf(target, 'tools');
      if (list && this.known.locks.screened(list, 'tools', lock).held.some(({ item }) => item.key === key)) return 'lock';
    }
    return undefined;
  }

  private findOwner(workspace: WorkspaceRoute, find: (catalog: Catalog) => ResourceOwner | undefined): Found<ResourceOwner> {
    const isWhole = workspace.exposures.every(({ target }) =>
      RESOURCE_KINDS.every((kind) => this.lists.listOf(target, kind) ?? this.lists.failureOf(target, kind)),
    );
    const found = isWhole ? find(this.current(workspace)) : undefined;
    return found ?? this.afterLooking(workspace, RESOURCE_KINDS, find);
  }

  private ownerOf(workspace: WorkspaceRoute, { resources }: Catalog, publishedUri: string): ResourceOwner | undefined {
    const listed = resources.ownerOf(publishedUri);
    if (listed) return listed;
    const mentioned = this.links.exposureOf(workspace.exposures, publishedUri);
    return mentioned ? resources.owner(mentioned, publishedUri) : resources.soleOwnerOf(publishedUri);
  }

  private async afterLooking<T>(
    workspace: WorkspaceRoute,
    kinds: readonly ListKind[],
    find: (catalog: Catalog) => T | undefined,
  ): Promise<T | undefined> {
    this.learnClaims(workspace);
    await this.lists.ensure(this.targetsOf(workspace), kinds, MISS_MAX_AGE_MS);
    return find(this.current(workspace));
  }

  /** Results of one server may name URIs that lead to another: whose they are is found out before anybody asks, in the background. */
  private learnClaims(workspace: WorkspaceRoute): void {
    if (workspace.exposures.length > 1) void this.lists.ensure(this.targetsOf(workspace), TOGETHER.resources, Infinity);
  }

  private targetsOf(workspace: WorkspaceRoute): UpstreamTarget[] {
    return this.newest(workspace).exposures.map(({ target }) => target);
  }
}
