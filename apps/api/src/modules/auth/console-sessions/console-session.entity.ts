import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SignInMethod } from './session-origin.js';

/** A signed-in browser. The cookie's value is stored as its SHA-256 only. */
@Entity('console_sessions')
export class ConsoleSessionEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'user_id' }) userId!: string;
  @Column('bytea') hash!: Buffer;
  @Column('text') method!: SignInMethod;
  /** The address that signed in. */
  @Column('text', { nullable: true }) address!: string | null;
  @Column('text', { name: 'user_agent', nullable: true }) userAgent!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'last_seen_at' }) lastSeenAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
}
