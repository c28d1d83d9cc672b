import type { Principal } from '../exchange/principal.js';
import type { ExposureRoute, WorkspaceRoute } from '../routing/route-table.js';

/** A resource whose updates a client wants. */
export interface Subscription {
  /** The URI as the client knows it. */
  readonly published: string;
  readonly exposureId: string;
  /** The server's own URI. */
  readonly uri: string;
}

/** Who owns which resource of a workspace, as far as notices need to know. */
export interface ResourceDirectory {
  /** The owner of a URI as clients know it, if there is one and the principal may see it. Never throws. */
  ownerOf(workspace: WorkspaceRoute, principal: Principal, published: string): Promise<Subscription | undefined>;
  /** How clients of a workspace know a server's URI now. */
  publishedUri(workspace: WorkspaceRoute, exposure: ExposureRoute, uri: string): string;
}
