import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LimitRule, LimitRuleScope } from './limit-rule.js';

/** A limit of a workspace. Rate, burst and concurrency of each token stand on the workspace itself. */
@Entity('limit_rules')
export class LimitRuleEntity implements LimitRule {
  @PrimaryColumn('text', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('text') scope!: LimitRuleScope;
  @PrimaryColumn('text') subject!: string;
  @Column('integer', { name: 'rate_per_second', nullable: true }) ratePerSecond!: number | null;
  @Column('integer', { nullable: true }) burst!: number | null;
  @Column('integer', { nullable: true }) concurrency!: number | null;
  @Column('integer', { name: 'calls_per_day', nullable: true }) callsPerDay!: number | null;
}
