import { Injectable } from '@nestjs/common';
import { systemCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { WorkspaceEntity } from './workspace.entity.js';

const CTX = systemCtx('workspace-directory');

/** A workspace as the gateway's route table wants it. */
export interface DirectoryWorkspace {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly limits: { readonly ratePerSecond: number; readonly burst: number; readonly concurrency: number };
  readonly toolNameLengthMax: number;
}

/** Tells other rooms which workspaces there are. */
@Injectable()
export class WorkspaceDirectory {
  constructor(private readonly tx: Tx) {}

  /** Every workspace, in the order of their ids. */
  async all(): Promise<readonly DirectoryWorkspace[]> {
    const rows = await this.tx.manager(CTX).find(WorkspaceEntity, { order: { id: 'ASC' } });
    return rows.map(({ id, slug, name, ratePerSecond, burst, concurrency, toolNameLengthMax }) => ({
      id,
      slug,
      name,
      limits: { ratePerSecond, burst, concurrency },
      toolNameLengthMax,
    }));
  }
}
