import type { PublishedTool } from '../catalog/tool-view.js';
import type { ExposureRoute, UpstreamTarget } from '../routing/route-table.js';

/** What one server is asked on behalf of a client: everything is in the server's own names, nothing is of the client's hop. */
export interface Errand {
  readonly exposure: ExposureRoute;
  /** Where it is sent, where that is the caller's own connection instead of the one that all share. */
  readonly personalTarget?: UpstreamTarget;
  readonly method: 'tools/call' | 'prompts/get' | 'resources/read' | 'completion/complete';
  /** The server's own name or URI of what is asked for. */
  readonly subject: string;
  /** Members of `params` but `_meta`, `inputResponses` and `requestState`, as raw JSON texts, in the client's order. */
  readonly params: readonly (readonly [key: string, text: string])[];
  /** `Mcp-Param-*` for a modern server: whole name → encoded value. */
  readonly paramHeaders?: Readonly<Record<string, string>>;
  /** The tool that is called, on `tools/call`. */
  readonly tool?: PublishedTool;
  /** Present where URIs of this exposure collide with another's and are published in another form. */
  readonly uris?: UriRewriter;
}

/** Rewrites every URI of one exposure that its workspace publishes in another form. */
export interface UriRewriter {
  /** A raw result of any method, with the URIs that clients know. */
  toPublished(resultText: string): string;
  /** One URI as clients know it. */
  published(uri: string): string;
}

/** The connection that an errand takes. */
export const targetOf = ({ exposure, personalTarget }: Errand): UpstreamTarget => personalTarget ?? exposure.target;
