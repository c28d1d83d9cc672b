import type { FreezeKind } from '@mcpnest/gateway-core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One thing that is frozen. */
@Entity('freezes')
export class FreezeEntity {
  @PrimaryColumn('text') id!: string;
  /** Where it holds; null: in every workspace. */
  @Column('text', { name: 'workspace_id', nullable: true }) workspaceId!: string | null;
  @Column('text') kind!: FreezeKind;
  /** As `Freeze.subject` of the gateway core. */
  @Column('text') subject!: string;
  /** As people know it. */
  @Column('text', { name: 'subject_name' }) subjectName!: string;
  @Column('text') reason!: string;
  /** The name of who froze it, at that time. */
  @Column('text', { name: 'created_by' }) createdBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
