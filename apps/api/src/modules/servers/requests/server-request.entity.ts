import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Transport } from '../transports/transport.js';
import type { RequestComment, RequestKind, RequestSecret, RequestState, ServerRequest } from './server-request.js';

/** Something asked of the catalogue, and what became of it. */
@Entity('server_requests')
export class ServerRequestEntity implements ServerRequest {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'workspace_id' }) workspaceId!: string;
  @Column('text') kind!: RequestKind;
  @Column('text') state!: RequestState;
  @Column('text', { name: 'server_id', nullable: true }) serverId!: string | null;
  @Column('integer', { name: 'server_version', nullable: true }) serverVersion!: number | null;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) slug!: string | null;
  @Column('text', { nullable: true }) description!: string | null;
  @Column('jsonb', { nullable: true }) transport!: Transport | null;
  @Column('text', { name: 'tool_prefix', nullable: true }) toolPrefix!: string | null;
  @Column('jsonb') secrets!: readonly RequestSecret[];
  @Column('text') reason!: string;
  @Column('text', { name: 'requested_by_id' }) requestedById!: string;
  @Column('text', { name: 'requested_by_name' }) requestedByName!: string;
  @Column('text', { name: 'assignee_id', nullable: true }) assigneeId!: string | null;
  @Column('text', { name: 'assignee_name', nullable: true }) assigneeName!: string | null;
  @Column('jsonb') comments!: readonly RequestComment[];
  @Column('text', { name: 'decided_by_id', nullable: true }) decidedById!: string | null;
  @Column('text', { name: 'decided_by_name', nullable: true }) decidedByName!: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  @Column('text', { name: 'decision_note', nullable: true }) decisionNote!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  /** Grows with each change of the row: the entity tag. */
  @Column('integer') revision!: number;
}
