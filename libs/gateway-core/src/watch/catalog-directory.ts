import type { CatalogViews } from '../catalog/catalog-views.js';
import type { Principal } from '../exchange/principal.js';
import { isServerVisible } from '../policy/tool-scope.js';
import type { ExposureRoute, WorkspaceRoute } from '../routing/route-table.js';
import type { ResourceDirectory, Subscription } from './resource-directory.js';

/** Who owns which resource, by the catalogue. */
export class CatalogDirectory implements ResourceDirectory {
  constructor(private readonly views: CatalogViews) {}

  async ownerOf(workspace: WorkspaceRoute, principal: Principal, published: string): Promise<Subscription | undefined> {
    const owner = await this.views.findResource(workspace, published);
    if (!owner || !isServerVisible(principal.tools, owner.exposure.target.serverSlug)) return undefined;
    return { published, exposureId: owner.exposure.exposureId, uri: owner.uri };
  }

  publishedUri(workspace: WorkspaceRoute, exposure: ExposureRoute, uri: string): string {
    return this.views.current(workspace).resources.urisOf(exposure)?.published(uri) ?? uri;
  }
}
