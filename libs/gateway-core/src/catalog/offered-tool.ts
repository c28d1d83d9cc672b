import type { HeaderParam } from '@mcpnest/mcp-protocol';
import type { ExposureUris } from '../resources/uri-rewriter.js';
import { mapUiResourceUris } from '../resources/ui-resource.js';
import type { ExposureRoute } from '../routing/route-table.js';
import type { CheckedTool } from './checked-tools.js';
import { editDefinition } from './edit-definition.js';
import type { AppliedParams, ToolParams } from './tool-params.js';
import type { PublishedTool } from './tool-view.js';

type Applied = Extract<AppliedParams, { readonly ok: true }>;
const NO_HEADERS: readonly HeaderParam[] = [];

/** What makes a workspace's tool out of a server's. */
export interface Offering {
  readonly exposure: ExposureRoute;
  readonly publishedName: string;
  /** Where the workspace pinned or hid parameters. */
  readonly applied: Applied | undefined;
  readonly uris: ExposureUris | undefined;
  readonly definitionHash: string;
}

/**
 * A published tool. There are as many as workspaces times tools, so that each holds next to nothing of its own: the rest is
 * shared with whoever publishes the same tool, and the text is written when a list is.
 */
export class OfferedTool implements PublishedTool {
  readonly exposure: ExposureRoute;
  readonly publishedName: string;
  readonly definitionHash: string;
  private readonly applied: Applied | undefined;
  private readonly uris: ExposureUris | undefined;

  constructor(
    private readonly tool: CheckedTool,
    offering: Offering,
  ) {
    this.exposure = offering.exposure;
    this.publishedName = offering.publishedName;
    this.definitionHash = offering.definitionHash;
    this.applied = offering.applied;
    this.uris = offering.uris;
  }

  get upstreamName(): string {
    return this.tool.item.key;
  }

  get upstreamNameText(): string {
    return this.tool.nameText;
  }

  get isModern(): boolean {
    return this.tool.era === 'modern';
  }

  get params(): ToolParams | undefined {
    return this.applied?.params;
  }

  get headerParams(): readonly HeaderParam[] {
    const { checked } = this.tool;
    return this.applied?.headerParams ?? (checked.ok ? checked.headerParams : NO_HEADERS);
  }

  /** Written anew each time: for lists, which keep it, and for those who look at one tool. */
  get text(): string {
    const { item, checked } = this.tool;
    if (!checked.ok) throw new Error('a published tool has a sound definition');
    const { uris } = this;
    const description = this.exposure.toolSettings.get(item.key)?.description ?? null;
    const set: (readonly [string, string])[] = [['name', JSON.stringify(this.publishedName)], ...checked.edits];
    if (this.applied) set.push(['inputSchema', this.applied.schemaText]);
    if (description !== null) set.push(['description', JSON.stringify(description)]);
    // `execution` speaks of tasks, which the gateway does not carry.
    const text = editDefinition(item.text, { drop: ['execution'], set });
    return uris && checked.uiUris.length > 0 ? mapUiResourceUris(text, (uri) => uris.published(uri)) : text;
  }
}
