import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PersonState } from './user.js';

/** A person. An invited one has no name until they accept; whoever signs in through an identity provider only has no password. */
@Entity('users')
export class UserEntity {
  @PrimaryColumn('text') id!: string;
  /** Always lower case. */
  @Column('text') email!: string;
  @Column('text', { nullable: true }) name!: string | null;
  @Column('text', { name: 'password_hash', nullable: true }) passwordHash!: string | null;
  @Column('boolean', { default: false }) operator!: boolean;
  /** Whether the role follows from groups of the identity provider, so that they may also take it. */
  @Column('boolean', { name: 'operator_mapped', default: false }) operatorMapped!: boolean;
  @Column('text') state!: PersonState;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
