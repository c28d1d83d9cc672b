import type { Role } from '@mcpnest/shared/permissions';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person in a workspace; without `joinedAt` the invitation is still open and the role not yet in force. */
@Entity('workspace_members')
export class MemberEntity {
  @PrimaryColumn('text', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('text', { name: 'user_id' }) userId!: string;
  @Column('text') role!: Role;
  /** Whether groups of the identity provider gave it, so that they may also take it. */
  @Column('boolean', { default: false }) mapped!: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'joined_at', nullable: true }) joinedAt!: Date | null;
}
