import type { UpstreamToolList } from '../ports/upstream-connector.js';
import type { WorkspaceRoute } from '../routing/route-table.js';
import { compileToolView } from './compile-tool-view.js';
import type { ListProblem, PublishedTool, ToolView } from './tool-view.js';
import type { UpstreamLists } from './upstream-lists.js';
import type { ToolGrant } from '../policy/tool-scope.js';

/** How old a list may be before a client that lists again is given a newer one. */
const LIST_MAX_AGE_MS = 5_000;
/** How old lists may be before a call of an unknown name makes the gateway look again. */
const MISS_MAX_AGE_MS = 1_000;

interface CachedView {
  readonly lists: readonly (UpstreamToolList | undefined)[];
  readonly view: ToolView;
  /** The lists' version this view was last found valid for. */
  version: number;
}

/** The `tools` arrays of one view: for tokens without limits, and by the grant of those with. */
interface ListTexts {
  whole: string | undefined;
  readonly scoped: WeakMap<ToolGrant, string>;
}

/** The current view of each workspace, compiled again only when one of its lists or its route changed. */
export class ToolViews {
  private readonly views = new WeakMap<WorkspaceRoute, CachedView>();
  private readonly listTexts = new WeakMap<ToolView, ListTexts>();

  constructor(private readonly lists: UpstreamLists) {}

  /** The view made of what is known now. */
  current(workspace: WorkspaceRoute): ToolView {
    const cached = this.views.get(workspace);
    if (cached?.version === this.lists.version) return cached.view;
    const lists = workspace.exposures.map(({ target }) => this.lists.listOf(target));
    if (cached && lists.every((list, index) => list === cached.lists[index])) {
      cached.version = this.lists.version;
      return cached.view;
    }
    const view = compileToolView(workspace, ({ target }) => this.lists.listOf(target));
    this.views.set(workspace, { lists, view, version: this.lists.version });
    return view;
  }

  /** The view of lists that are fresh, as far as their servers answer. */
  async fresh(workspace: WorkspaceRoute): Promise<ToolView> {
    await this.lists.ensure(
      workspace.exposures.map(({ target }) => target),
      LIST_MAX_AGE_MS,
    );
    return this.current(workspace);
  }

  /** Finds a tool by its published name: at once where it is known, after looking again where it is not. */
  find(workspace: WorkspaceRoute, publishedName: string): PublishedTool | undefined | Promise<PublishedTool | undefined> {
    return this.current(workspace).byName.get(publishedName) ?? this.lookAgain(workspace, publishedName);
  }

  /** The `tools` array as raw JSON, limited to what a token may see; written once per view and grant. */
  listText(view: ToolView, grant: ToolGrant | null): string {
    let texts = this.listTexts.get(view);
    if (!texts) this.listTexts.set(view, (texts = { whole: undefined, scoped: new WeakMap() }));
    if (grant === null) return (texts.whole ??= writeList(view, null));
    let text = texts.scoped.get(grant);
    if (text === undefined) texts.scoped.set(grant, (text = writeList(view, grant)));
    return text;
  }

  /** Servers whose last fetch failed, with the reason. */
  problems(workspace: WorkspaceRoute): readonly ListProblem[] {
    return workspace.exposures.flatMap(({ target }) => {
      const reason = this.lists.failureOf(target);
      return reason ? [{ serverSlug: target.serverSlug, reason }] : [];
    });
  }

  private async lookAgain(workspace: WorkspaceRoute, publishedName: string): Promise<PublishedTool | undefined> {
    await this.lists.ensure(
      workspace.exposures.map(({ target }) => target),
      MISS_MAX_AGE_MS,
    );
    return this.current(workspace).byName.get(publishedName);
  }
}

function writeList(view: ToolView, grant: ToolGrant | null): string {
  const visible = grant ? view.tools.filter((tool) => grant.allows(tool.exposure.target.serverSlug, tool.upstreamName)) : view.tools;
  return `[${visible.map((tool) => tool.text).join(',')}]`;
}
