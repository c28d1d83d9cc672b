import type { HeaderParam } from '@mcpnest/mcp-protocol';
import type { ErrorCode } from '@mcpnest/shared/errors';
import type { ExposureRoute } from '../routing/route-table.js';
import type { PublishedItem } from './published-item.js';
import type { ToolParams } from './tool-params.js';

/** A tool as clients of one workspace see it. */
export interface PublishedTool extends PublishedItem {
  /** `upstreamName` as raw JSON, ready to be spliced into a call. */
  readonly upstreamNameText: string;
  /** Arguments that a modern client repeats in `Mcp-Param-*` headers. */
  readonly headerParams: readonly HeaderParam[];
  /** Present where the workspace pinned or hid parameters. */
  readonly params: ToolParams | undefined;
  /** Whether its server is a modern one, which wants those headers as well. */
  readonly isModern: boolean;
  /** What the lock knows the definition by that clients get, before anything was edited for them. */
  readonly definitionHash: string;
}

/** The gates a tool passes on its way to clients, in order. */
export const TOOL_GATES = ['lock', 'schema', 'name', 'enabled'] as const;
export type ToolGate = (typeof TOOL_GATES)[number];

/** A tool that an exposure offers, with what became of it. */
export interface ToolEntry {
  readonly exposure: ExposureRoute;
  readonly upstreamName: string;
  /** The upstream's definition as raw JSON. */
  readonly definitionText: string;
  /** The name it has or would have; null where none could be made. */
  readonly publishedName: string | null;
  /** The gate that stopped it and why, or null where it is published. */
  readonly stopped: { readonly gate: ToolGate; readonly reason: string } | null;
}

/** A server whose list is missing or old, and why. */
export interface ListProblem {
  readonly serverSlug: string;
  readonly reason: ErrorCode;
}

/** The merged tools of one workspace: immutable, rebuilt when a list or the configuration changes. */
export interface ToolView {
  /** Published tools in operator order, then in the upstream's own. */
  readonly tools: readonly PublishedTool[];
  readonly byName: ReadonlyMap<string, PublishedTool>;
  /** Every tool of every exposure, published or not. */
  readonly entries: readonly ToolEntry[];
}
