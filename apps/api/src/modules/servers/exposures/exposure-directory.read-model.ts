import { Injectable } from '@nestjs/common';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { ExposureListReadModel, type ExposureView } from './exposure-list.read-model.js';
import { exposureNotFound } from './exposure.repository.js';

/** Finds one exposure of a workspace, for other rooms and for answers. */
@Injectable()
export class ExposureDirectory {
  constructor(private readonly exposures: ExposureListReadModel) {}

  /** @param server slug or id. @throws DomainError `servers.exposure-not-found`, also for servers of other workspaces alone */
  async get(ctx: WorkspaceCtx, server: string): Promise<ExposureView> {
    const view = await this.exposures.one(ctx, server);
    if (!view) throw exposureNotFound();
    return view;
  }

  /** Slugs of the enabled servers of a workspace whose pinned version is no longer approved. */
  outOfService(ctx: WorkspaceCtx): Promise<readonly string[]> {
    return this.exposures.outOfService(ctx);
  }
}
