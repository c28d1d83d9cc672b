import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CatalogueServer } from './server.js';

/** An entry of the company-wide catalogue. */
@Entity('servers')
export class ServerEntity implements CatalogueServer {
  @PrimaryColumn('text') id!: string;
  @Column('text') slug!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) description!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  /** Grows with each change of the row: the entity tag. */
  @Column('integer') revision!: number;
}
