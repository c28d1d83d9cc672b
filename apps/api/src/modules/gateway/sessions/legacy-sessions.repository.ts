import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SessionRecord } from '@mcpnest/gateway-core';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { SEEN_WITHIN } from '../replicas/replicas.repository.js';

/** A session as the database knows it. */
export interface StoredSession {
  readonly record: SessionRecord;
  /** The replica that holds it, or held it. */
  readonly home: string;
  /** Where that replica is reached; null where it was not seen lately. */
  readonly homeUrl: string | null;
}

/** Where a session is kept, and what makes room for it. */
export interface Place {
  readonly home: string;
  readonly perPrincipalMax: number;
  /** The id of a session. */
  readonly gaveWay?: string;
}

interface Row {
  readonly workspace_id: string;
  readonly revision: string;
  readonly client_name: string | null;
  readonly capabilities: SessionRecord['capabilities'];
  readonly log_level: SessionRecord['logLevel'];
  readonly subscriptions: readonly string[];
  readonly home: string;
  readonly home_url: string | null;
}

/** Who has the database knows no session id that a client would be believed. */
const hashOf = (sessionId: string): Buffer => createHash('sha256').update(sessionId).digest();

/** The stored part of legacy sessions. */
@Injectable()
export class LegacySessionsRepository {
  constructor(private readonly tx: Tx) {}

  /** Keeps a session, or keeps it again. One that gives way to it goes; of more than `perPrincipalMax` so do the longest unused. */
  async put(ctx: Ctx, record: SessionRecord, { home, perPrincipalMax, gaveWay }: Place): Promise<void> {
    await this.tx.acrossWorkspaces(ctx).query(
      `WITH surplus AS (
         DELETE FROM legacy_sessions WHERE id_hash = $11 OR id_hash IN (
           SELECT id_hash FROM legacy_sessions WHERE principal_key = $2 AND id_hash <> $1 AND id_hash IS DISTINCT FROM $11
           ORDER BY used_at DESC OFFSET $10))
       INSERT INTO legacy_sessions
         (id_hash, principal_key, workspace_id, revision, client_name, capabilities, log_level, subscriptions, home)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT (id_hash) DO UPDATE SET log_level = EXCLUDED.log_level, subscriptions = EXCLUDED.subscriptions, home = EXCLUDED.home, used_at = now()`,
      [
        hashOf(record.id),
        record.principalKey,
        record.workspaceId,
        record.revision,
        record.clientName,
        JSON.stringify(record.capabilities),
        record.logLevel,
        JSON.stringify(record.subscriptions),
        home,
        perPrincipalMax - 1,
        gaveWay === undefined ? null : hashOf(gaveWay),
      ],
    );
  }

  /** A session of a principal that was used within `idleMs`, or null. */
  async find(ctx: Ctx, principalKey: string, sessionId: string, idleMs: number): Promise<StoredSession | null> {
    const rows: Row[] = await this.tx.acrossWorkspaces(ctx).query(
      `SELECT s.workspace_id, s.revision, s.client_name, s.capabilities, s.log_level, s.subscriptions, s.home, r.url AS home_url
       FROM legacy_sessions s LEFT JOIN replicas r ON r.id = s.home AND r.seen_at > now() - ${SEEN_WITHIN}
       WHERE s.id_hash = $1 AND s.principal_key = $2 AND s.used_at > now() - $3 * interval '1 millisecond'`,
      [hashOf(sessionId), principalKey, idleMs],
    );
    const row = rows[0];
    if (!row) return null;
    const record: SessionRecord = {
      id: sessionId,
      principalKey,
      workspaceId: row.workspace_id,
      revision: row.revision,
      clientName: row.client_name,
      capabilities: row.capabilities,
      logLevel: row.log_level,
      subscriptions: row.subscriptions,
    };
    return { record, home: row.home, homeUrl: row.home_url };
  }

  /** Makes a replica the home of a session in another's place. @returns false where somebody else was faster, or the session has ended */
  async move(ctx: Ctx, sessionId: string, from: string, to: string): Promise<boolean> {
    const rows: unknown[] = await this.tx
      .acrossWorkspaces(ctx)
      .query(
        'WITH moved AS (UPDATE legacy_sessions SET home = $3, used_at = now() WHERE id_hash = $1 AND home = $2 RETURNING 1) SELECT * FROM moved',
        [hashOf(sessionId), from, to],
      );
    return rows.length === 1;
  }

  /** Notes that sessions were used. @returns those that are still at home here; the others have moved or ended */
  async touch(ctx: Ctx, sessionIds: readonly string[], home: string): Promise<ReadonlySet<string>> {
    const byHash = new Map(sessionIds.map((id) => [hashOf(id).toString('hex'), id]));
    const rows: { hash: string }[] = await this.tx.acrossWorkspaces(ctx).query(
      `WITH used AS (
         UPDATE legacy_sessions SET used_at = now() WHERE id_hash IN (SELECT decode(unnest($1::text[]), 'hex')) AND home = $2 RETURNING id_hash)
       SELECT encode(id_hash, 'hex') AS hash FROM used`,
      [[...byHash.keys()], home],
    );
    return new Set(rows.flatMap(({ hash }) => byHash.get(hash) ?? []));
  }

  async change(ctx: Ctx, sessionId: string, { logLevel, subscriptions }: Pick<SessionRecord, 'logLevel' | 'subscriptions'>): Promise<void> {
    await this.tx
      .acrossWorkspaces(ctx)
      .query('UPDATE legacy_sessions SET log_level = $2, subscriptions = $3 WHERE id_hash = $1', [
        hashOf(sessionId),
        logLevel,
        JSON.stringify(subscriptions),
      ]);
  }

  /** @returns whether there was such a session */
  async remove(ctx: Ctx, principalKey: string, sessionId: string): Promise<boolean> {
    const rows: unknown[] = await this.tx
      .acrossWorkspaces(ctx)
      .query('WITH gone AS (DELETE FROM legacy_sessions WHERE id_hash = $1 AND principal_key = $2 RETURNING 1) SELECT * FROM gone', [
        hashOf(sessionId),
        principalKey,
      ]);
    return rows.length === 1;
  }

  async removeAllOf(ctx: Ctx, principalKey: string): Promise<void> {
    await this.tx.acrossWorkspaces(ctx).query('DELETE FROM legacy_sessions WHERE principal_key = $1', [principalKey]);
  }

  /** Forgets sessions that nobody used for `idleMs`. */
  async removeIdle(ctx: Ctx, idleMs: number): Promise<void> {
    await this.tx
      .acrossWorkspaces(ctx)
      .query(`DELETE FROM legacy_sessions WHERE used_at < now() - $1 * interval '1 millisecond'`, [idleMs]);
  }
}
