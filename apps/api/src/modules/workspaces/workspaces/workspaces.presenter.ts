import { Injectable } from '@nestjs/common';
import { HttpConfig } from '../../../config/slices.js';
import type { WorkspaceRow } from './workspace-rows.read-model.js';
import type { Workspace } from './workspaces.dto.js';

/** Rows as the API shows them. */
@Injectable()
export class WorkspacesPresenter {
  constructor(private readonly http: HttpConfig) {}

  present(row: WorkspaceRow): Workspace {
    return {
      id: row.id,
      slug: row.slug,
      name: row.name,
      gatewayUrl: `${this.http.publicUrl}/api/gw/${row.slug}`,
      createdAt: row.createdAt.toISOString(),
      role: row.role,
      limits: { ratePerSecond: row.ratePerSecond, burst: row.burst, concurrency: row.concurrency },
      toolNameLengthMax: row.toolNameLengthMax,
      version: row.revision,
      counts: { servers: row.servers, tokens: row.tokens, members: row.members },
    };
  }
}
