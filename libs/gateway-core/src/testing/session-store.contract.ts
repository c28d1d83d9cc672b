import { LIMITS } from '@mcpnest/shared/limits';
import { AbortSource } from '../exchange/abort-source.js';
import type { SessionStore } from '../ports/session-store.js';
import { LegacySession, newSessionId } from '../sessions/legacy-session.js';
import type { MessageStream } from '../streams/message-stream.js';

/** What a suite of the contract runs against. */
export interface StoreUnderTest {
  /** A store that keeps so many sessions per principal. */
  open(perPrincipalMax?: number): Promise<SessionStore>;
  /** Moves the store's clock. */
  advance(ms: number): void;
  /** Whose sessions the suite makes; both in the workspace below. Made up where nothing checks them. */
  readonly principals?: readonly [string, string];
  readonly workspaceId?: string;
  /** What the store does about once a minute, if anything. */
  keepUp?(): Promise<void>;
  /** Another store over what the first one keeps, as another process opens it, or the same one after a restart. */
  reopen?(): Promise<SessionStore>;
}

/** What every store of legacy sessions must do. */
export function sessionStoreContract(name: string, make: () => StoreUnderTest): void {
  describe(`${name} keeps legacy sessions`, () => {
    let store: StoreUnderTest;
    beforeEach(() => (store = make()));

    const key = (which: 0 | 1 = 0): string => (store.principals ?? ['ws_1:tok_1', 'ws_1:tok_2'])[which];
    const session = (principalKey = key()): LegacySession =>
      new LegacySession({
        id: newSessionId(),
        principalKey,
        workspaceId: store.workspaceId ?? 'ws_1',
        revision: '2025-06-18',
        clientName: 'vim/9',
        capabilities: { elicitation: {}, roots: { listChanged: true } },
        logLevel: null,
        subscriptions: [],
      });

    it('that are found by their own principal alone', async () => {
      const sessions = await store.open();
      const own = session();
      expect(await sessions.add(own)).toBe(true);
      expect(sessions.find(key(), own.record.id)).toBe(own);
      expect(await sessions.find(key(1), own.record.id)).toBeUndefined();
      expect(await sessions.remove(key(1), own.record.id)).toBe(false);
      expect(sessions.find(key(), own.record.id)).toBe(own);
    });

    it.each([['nope'], [''], ['f'.repeat(48)], ["'; drop table x; --"], ['\u0000'], ['x'.repeat(10_000)]])(
      'and knows none by an id that it never gave out: %#',
      async (id) => {
        const sessions = await store.open();
        expect(await sessions.find(key(), id)).toBeUndefined();
        expect(await sessions.remove(key(), id)).toBe(false);
      },
    );

    it('of which all of one principal can be ended, and nobody else loses any', async () => {
      const sessions = await store.open();
      const [one, two, other] = [session(), session(), session(key(1))];
      for (const each of [one, two, other]) await sessions.add(each);
      expect([...sessions.principalKeys()].sort()).toEqual([key(), key(1)].sort());
      const ended = [one, two, other].map((each) => jest.spyOn(each, 'end'));
      await sessions.removeAllOf(key());
      expect(ended.map(({ mock }) => mock.calls.length)).toEqual([1, 1, 0]);
      for (const { record } of [one, two]) expect(await sessions.find(key(), record.id)).toBeUndefined();
      expect(sessions.find(key(1), other.record.id)).toBe(other);
      expect([...sessions.principalKeys()]).toEqual([key(1)]);
    });

    it('that end with everything in them when they are removed, once', async () => {
      const sessions = await store.open();
      const own = session();
      await sessions.add(own);
      const cancel = new AbortSource();
      own.inFlight.set('1', { cancel, upstream: undefined });
      expect(await sessions.remove(key(), own.record.id)).toBe(true);
      expect(cancel.aborted).toBe(true);
      expect(await sessions.remove(key(), own.record.id)).toBe(false);
      expect(await sessions.find(key(), own.record.id)).toBeUndefined();
    });

    it('that end after a day without use, and use keeps them', async () => {
      const sessions = await store.open();
      const [used, idle] = [session(), session()];
      for (const one of [used, idle]) await sessions.add(one);
      store.advance(LIMITS.legacySessionIdleMs - 3_600_000);
      expect(await sessions.find(key(), used.record.id)).toBe(used);
      store.advance(2 * 3_600_000);
      expect(await sessions.find(key(), idle.record.id)).toBeUndefined();
      expect(await sessions.find(key(), used.record.id)).toBe(used);
    });

    it('that do not idle while their client listens, and from then on do', async () => {
      const sessions = await store.open();
      const heard = session();
      await sessions.add(heard);
      const stream = { notify: () => true, end: () => undefined } as unknown as MessageStream;
      heard.streams.hear(stream);
      store.advance(LIMITS.legacySessionIdleMs + 1);
      expect(await sessions.find(key(), heard.record.id)).toBe(heard);
      for (let days = 0; days < 3; days++) {
        store.advance(LIMITS.legacySessionIdleMs + 1);
        await store.keepUp?.();
      }
      heard.streams.unhear(stream);
      expect(await sessions.find(key(), heard.record.id)).toBe(heard);
      store.advance(LIMITS.legacySessionIdleMs + 1);
      expect(await sessions.find(key(), heard.record.id)).toBeUndefined();
    });

    it('that give way to new ones at the bound, the longest unused first', async () => {
      const sessions = await store.open(2);
      const [first, second, third] = [session(), session(), session()];
      await sessions.add(first);
      store.advance(1);
      await sessions.add(second);
      store.advance(1);
      await sessions.find(key(), first.record.id);
      expect(await sessions.add(third)).toBe(true);
      expect(await sessions.find(key(), second.record.id)).toBeUndefined();
      expect(await sessions.find(key(), first.record.id)).toBe(first);
    });

    it('that do not give way while they have requests under way, which leaves no room for new ones of this principal', async () => {
      const sessions = await store.open(1);
      const busy = session();
      busy.inFlight.set('1', { cancel: new AbortSource(), upstream: undefined });
      await sessions.add(busy);
      expect(await sessions.add(session())).toBe(false);
      expect(await sessions.add(session(key(1)))).toBe(true);
    });

    it('that another process or a restart finds again, with all that was agreed and changed since', async () => {
      const sessions = await store.open();
      const own = session();
      await sessions.add(own);
      own.record = { ...own.record, logLevel: 'warning', subscriptions: ['file:///a', 'file:///b'] };
      sessions.save(own, own.record);
      if (!store.reopen) {
        expect((await sessions.find(key(), own.record.id)) as LegacySession).toBe(own);
        return;
      }
      const others = await store.reopen();
      const found = await others.find(key(), own.record.id);
      if (found instanceof LegacySession) expect(found.record).toEqual(own.record);
      else expect(found).toEqual({ elsewhere: expect.any(String) });
      expect(await others.find(key(1), own.record.id)).toBeUndefined();
      expect(await others.remove(key(1), own.record.id)).toBe(false);
    });
  });
}
