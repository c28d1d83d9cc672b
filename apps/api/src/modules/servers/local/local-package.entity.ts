import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalPackage, PackageState } from './local-package.js';

@Entity('local_packages')
export class LocalPackageEntity implements LocalPackage {
  @PrimaryColumn('text') spec!: string;
  @PrimaryColumn('text') scripts!: string;
  @Column('text') integrity!: string;
  @Column('text') state!: PackageState;
  @Column('text', { nullable: true }) problem!: string | null;
  @Column('text', { name: 'lock_hash', nullable: true }) lockHash!: string | null;
  @Column('text', { name: 'asked_by_name' }) askedByName!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date;
}
