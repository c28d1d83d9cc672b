import type { Provider } from '@nestjs/common';
import { SessionStore } from '@mcpnest/gateway-core';
import { SystemClock } from '../adapters/system-clock.js';
import { ReplicaRegistry } from '../replicas/replica-registry.js';
import { LegacySessionsRepository } from './legacy-sessions.repository.js';
import { PostgresSessionStore } from './postgres-session-store.js';

/** The store of legacy sessions, under its own name and as the core's port. */
export const sessionStoreProviders: readonly Provider[] = [
  {
    provide: PostgresSessionStore,
    inject: [LegacySessionsRepository, ReplicaRegistry],
    useFactory: (repository: LegacySessionsRepository, replicas: ReplicaRegistry) =>
      new PostgresSessionStore({ repository, replicas, clock: new SystemClock() }),
  },
  { provide: SessionStore, useExisting: PostgresSessionStore },
];
