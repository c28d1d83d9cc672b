import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditConfig } from '../../../config/slices.js';
import { ChangeFeed, type ChangeConsumer } from '../../../platform/events/change-feed.js';
import type { RetentionClass } from '../chain/chain-name.js';
import { WorkspacePoliciesRepository } from './workspace-policies.repository.js';

/** What holds for the records of a workspace. */
export interface AuditPolicy {
  readonly retentionClass: RetentionClass;
  /** Whether a call may be answered only once its record is safe from power loss. */
  readonly isStrict: boolean;
}

/** The policies of all workspaces, in memory: they are asked at every call. */
@Injectable()
export class AuditPolicies implements ChangeConsumer, OnModuleInit {
  readonly name = 'audit policies';
  private readonly usual: AuditPolicy;
  private own: ReadonlyMap<string, AuditPolicy> = new Map();

  constructor(
    private readonly config: AuditConfig,
    private readonly policies: WorkspacePoliciesRepository,
    private readonly feed: ChangeFeed,
  ) {
    this.usual = { retentionClass: 'standard', isStrict: config.mode === 'strict' };
  }

  onModuleInit(): void {
    this.feed.subscribe(this);
  }

  of(workspaceId: string): AuditPolicy {
    return this.own.get(workspaceId) ?? this.usual;
  }

  async apply(): Promise<void> {
    const rows = await this.policies.all();
    this.own = new Map(
      rows.map(({ workspaceId, mode, retentionDays, legalHold }) => [
        workspaceId,
        {
          isStrict: (mode ?? this.config.mode) === 'strict',
          retentionClass: legalHold ? 'hold' : (retentionDays ?? 0) > this.config.retentionDays ? 'long' : 'standard',
        },
      ]),
    );
  }
}
