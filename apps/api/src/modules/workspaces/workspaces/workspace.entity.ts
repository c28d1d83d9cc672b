import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The tenant, with its limits per token. */
@Entity('gateway_workspaces')
export class WorkspaceEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text') slug!: string;
  @Column('text') name!: string;
  @Column('integer', { name: 'rate_per_second' }) ratePerSecond!: number;
  @Column('integer') burst!: number;
  @Column('integer') concurrency!: number;
  @Column('integer', { name: 'tool_name_length_max' }) toolNameLengthMax!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  /** Grows with every change; the ETag. */
  @Column('integer', { default: 1 }) revision!: number;
}
