import { LegacySession, newSessionId, type SessionRecord } from '@mcpnest/gateway-core';
import { ManualClock } from '@mcpnest/gateway-core/testing';
import { Tx } from '../../../platform/database/tx.js';
import { ChangeFeed } from '../../../platform/events/change-feed.js';
import type { JobRunner } from '../../../platform/jobs/job-runner.js';
import { createTestDatabase, type TestDatabase } from '../../../testing/create-test-database.js';
import { ReplicaRegistry } from '../replicas/replica-registry.js';
import { ReplicasRepository } from '../replicas/replicas.repository.js';
import { LegacySessionsRepository } from '../sessions/legacy-sessions.repository.js';
import { PostgresSessionStore } from '../sessions/postgres-session-store.js';

/** A gateway process as far as sessions are concerned. */
export interface Process {
  readonly replicas: ReplicaRegistry;
  readonly sessions: PostgresSessionStore;
  readonly clock: ManualClock;
}

/** Several processes on one database. */
export class SessionsBench {
  private readonly running: ReplicaRegistry[] = [];

  private constructor(
    readonly database: TestDatabase,
    private readonly tx: Tx,
  ) {}

  static async open(): Promise<SessionsBench> {
    const database = await createTestDatabase();
    const bench = new SessionsBench(database, new Tx(database.dataSource, new ChangeFeed()));
    await bench.workspace('ws_1');
    return bench;
  }

  async workspace(id: string): Promise<void> {
    await this.database.owner.query(
      `INSERT INTO gateway_workspaces (id, slug, name, rate_per_second, burst, concurrency, tool_name_length_max, created_at)
       VALUES ($1, $2, 'W', 1, 1, 1, 46, now())`,
      [id, id.replace('_', '-')],
    );
  }

  get sessionRows(): LegacySessionsRepository {
    return new LegacySessionsRepository(this.tx);
  }

  get replicaRows(): ReplicasRepository {
    return new ReplicasRepository(this.tx);
  }

  /** Starts a process; with an address, the others know of it once they have beaten. */
  async process(
    url: string | null = null,
    options: { perPrincipalMax?: number; sessionRows?: LegacySessionsRepository } = {},
  ): Promise<Process> {
    const jobs = { register: () => undefined } as unknown as JobRunner;
    const replicas = new ReplicaRegistry({ url }, this.replicaRows, jobs);
    await replicas.onApplicationBootstrap();
    this.running.push(replicas);
    const clock = new ManualClock();
    const repository = options.sessionRows ?? this.sessionRows;
    return { replicas, clock, sessions: new PostgresSessionStore({ repository, replicas, clock }, options.perPrincipalMax) };
  }

  async close(): Promise<void> {
    for (const replicas of this.running) await replicas.onApplicationShutdown();
    await this.database.drop();
  }
}

export const sessionOf = (changes: Partial<SessionRecord> = {}): LegacySession =>
  new LegacySession({
    id: newSessionId(),
    principalKey: 'ws_1:tok_1',
    workspaceId: 'ws_1',
    revision: '2025-11-25',
    clientName: 'client/1.0.0',
    capabilities: { elicitation: {}, roots: { listChanged: true } },
    logLevel: null,
    subscriptions: [],
    ...changes,
  });
