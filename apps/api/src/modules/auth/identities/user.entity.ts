import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person. An invited one has neither name nor password until they accept. */
@Entity('users')
export class UserEntity {
  @PrimaryColumn('text') id!: string;
  /** Always lower case. */
  @Column('text') email!: string;
  @Column('text', { nullable: true }) name!: string | null;
  @Column('text', { name: 'password_hash', nullable: true }) passwordHash!: string | null;
  @Column('boolean', { default: false }) operator!: boolean;
  @Column('text') state!: 'active' | 'invited';
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
