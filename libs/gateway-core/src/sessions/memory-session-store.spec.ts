import { LIMITS } from '@mcpnest/shared/limits';
import { ManualClock } from '../testing/manual-clock.js';
import { sessionStoreContract } from '../testing/session-store.contract.js';
import { KeepAlive } from '../streams/keep-alive.js';
import { MessageStream } from '../streams/message-stream.js';
import { ReplayShelf } from '../streams/replay-shelf.js';
import { LegacySession, newSessionId } from './legacy-session.js';
import { MemorySessionStore } from './memory-session-store.js';

sessionStoreContract('the store in memory', () => {
  const clock = new ManualClock();
  return {
    open: (perPrincipalMax) => Promise.resolve(new MemorySessionStore(clock, perPrincipalMax)),
    advance: (ms) => clock.advance(ms),
  };
});

it('a session whose client listens is in use, however long it says nothing', async () => {
  const clock = new ManualClock();
  const store = new MemorySessionStore(clock);
  const id = newSessionId();
  const record = { id, principalKey: 'a:b', workspaceId: 'a', revision: '2025-06-18', clientName: null, capabilities: {} };
  const session = new LegacySession({ ...record, logLevel: null, subscriptions: [] });
  await store.add(session);
  const keepAlive = new KeepAlive(clock);
  const stream = new MessageStream({ keepAlive, shelf: new ReplayShelf(clock, keepAlive), byteLength: (text) => text.length });
  session.streams.hear(stream);
  clock.advance(3 * LIMITS.legacySessionIdleMs);
  expect(store.find('a:b', id)).toBe(session);
  session.streams.unhear(stream);
  clock.advance(LIMITS.legacySessionIdleMs + 1);
  expect(store.find('a:b', id)).toBeUndefined();
});
