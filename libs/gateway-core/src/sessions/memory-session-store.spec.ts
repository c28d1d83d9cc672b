import { AbortSource } from '../exchange/abort-source.js';
import { ManualClock } from '../testing/manual-clock.js';
import { newSessionId } from './legacy-session.js';
import { MemorySessionStore } from './memory-session-store.js';

const session = (principalKey: string, id = newSessionId()) => ({
  id,
  principalKey,
  revision: '2025-11-25',
  clientName: null,
  inFlight: new Map<string, AbortSource>(),
});

describe('legacy sessions', () => {
  it('are found by their own principal alone', () => {
    const store = new MemorySessionStore(new ManualClock());
    const own = session('a');
    store.add(own);
    expect(store.find('a', own.id)).toBe(own);
    expect(store.find('b', own.id)).toBeUndefined();
    expect(store.remove('b', own.id)).toBe(false);
  });

  it('end when they are removed, once', () => {
    const store = new MemorySessionStore(new ManualClock());
    const own = session('a');
    store.add(own);
    expect([store.remove('a', own.id), store.remove('a', own.id), store.find('a', own.id)]).toEqual([true, false, undefined]);
  });

  it('end after a day without use, and use keeps them', () => {
    const clock = new ManualClock();
    const store = new MemorySessionStore(clock);
    const [used, idle] = [session('a'), session('a')];
    store.add(used);
    store.add(idle);
    clock.advance(20 * 3_600_000);
    store.find('a', used.id);
    clock.advance(5 * 3_600_000);
    expect(store.find('a', idle.id)).toBeUndefined();
    expect(store.find('a', used.id)).toBe(used);
  });

  it('give way to new ones at the bound, the longest unused first', () => {
    const store = new MemorySessionStore(new ManualClock(), 2);
    const [first, second, third] = [session('a'), session('a'), session('a')];
    for (const one of [first, second]) store.add(one);
    store.find('a', first.id);
    expect(store.add(third)).toBe(true);
    expect([store.find('a', first.id), store.find('a', second.id)]).toEqual([first, undefined]);
  });

  it('are refused at the bound while all of them have requests under way', () => {
    const store = new MemorySessionStore(new ManualClock(), 1);
    const busy = session('a');
    busy.inFlight.set('1', new AbortSource());
    store.add(busy);
    expect(store.add(session('a'))).toBe(false);
    expect(store.add(session('b'))).toBe(true);
  });
});
