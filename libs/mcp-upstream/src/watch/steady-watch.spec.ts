import { performance } from 'node:perf_hooks';
import type { UpstreamWatcher } from '@mcpnest/gateway-core';
import type { Peer } from '../peer.js';
import { ScriptedWatcher } from '../testing/scripted-watcher.js';
import { SteadyWatch } from './steady-watch.js';

beforeEach(() => {
  jest.useFakeTimers();
  // How long a watch held is read from this clock, which fake timers leave alone.
  jest.spyOn(performance, 'now').mockImplementation(() => Date.now());
  jest.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

/** A peer whose watches are in the test's hands. */
function stage({ isSilent = false, isAway = false } = {}) {
  const begun: { uris: readonly string[]; watcher: UpstreamWatcher; isClosed: boolean; at: number }[] = [];
  const state = { isAway };
  const peer = {
    watch: (uris: readonly string[], watcher: UpstreamWatcher) => {
      const attempt = { uris, watcher, isClosed: false, at: Date.now() };
      begun.push(attempt);
      return { isSilent, change: (next: readonly string[]) => (attempt.uris = next), close: () => (attempt.isClosed = true) };
    },
  } as unknown as Peer;
  const tried: number[] = [];
  const find = async (): Promise<Peer> => {
    tried.push(Date.now());
    if (state.isAway) throw new Error('away');
    return peer;
  };
  const watcher = new ScriptedWatcher();
  let closed = 0;
  const watch = new SteadyWatch(find, ['a'], watcher, () => closed++);
  return { begun, tried, state, watcher, watch, closed: () => closed };
}
const gaps = (times: readonly number[]): number[] => times.slice(1).map((time, index) => time - times[index]!);

test('tries again after pauses that grow to half a minute, and says only once that the server is lost', async () => {
  const { tried, watcher } = stage({ isAway: true });
  await jest.advanceTimersByTimeAsync(150_000);
  expect(gaps(tried).slice(0, 7)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  expect(watcher.told).toEqual(['lost']);
});

test('a server that opens and loses at once is not tried any faster', async () => {
  const { begun, watcher } = stage();
  for (const pause of [0, 1_000, 2_000, 4_000]) {
    await jest.advanceTimersByTimeAsync(pause);
    begun.at(-1)!.watcher.opened(['a']);
    begun.at(-1)!.watcher.lost();
  }
  expect(gaps(begun.map(({ at }) => at))).toEqual([1_000, 2_000, 4_000]);
  expect(watcher.told).toEqual(Array.from({ length: 4 }, () => ['opened a', 'lost']).flat());
});

test('a watch that held for long is tried again soon', async () => {
  const { begun } = stage();
  await jest.advanceTimersByTimeAsync(0);
  for (let round = 0; round < 3; round++) {
    begun.at(-1)!.watcher.opened(['a']);
    await jest.advanceTimersByTimeAsync(31_000);
    begun.at(-1)!.watcher.lost();
    await jest.advanceTimersByTimeAsync(1_000);
  }
  expect(gaps(begun.map(({ at }) => at))).toEqual([32_000, 32_000, 32_000]);
});

test('a server with nothing to tell is asked again only rarely, and is not called lost for it', async () => {
  const { begun, watcher } = stage({ isSilent: true });
  await jest.advanceTimersByTimeAsync(0);
  begun[0]!.watcher.opened([]);
  await jest.advanceTimersByTimeAsync(15 * 60_000);
  expect(begun).toHaveLength(2);
  expect(begun[0]!.isClosed).toBe(true);
  expect(watcher.told).toEqual(['opened']);
});

test('hears nothing of an attempt that is over, and begins the next with what is wanted now', async () => {
  const { begun, watch, watcher } = stage();
  await jest.advanceTimersByTimeAsync(0);
  begun[0]!.watcher.opened(['a']);
  watch.change(['b']);
  expect(begun[0]!.uris).toEqual(['b']);
  begun[0]!.watcher.lost();
  await jest.advanceTimersByTimeAsync(1_000);
  begun[0]!.watcher.notified('late', undefined);
  begun[0]!.watcher.lost();
  expect(begun[1]!.uris).toEqual(['b']);
  expect(watcher.told).toEqual(['opened a', 'lost']);
});

test('closed, it tells nothing, tries nothing and keeps no timer', async () => {
  const { begun, watch, watcher, closed } = stage();
  await jest.advanceTimersByTimeAsync(0);
  begun[0]!.watcher.opened(['a']);
  begun[0]!.watcher.lost();
  watch.close();
  watch.close();
  begun[0]!.watcher.opened(['a']);
  await jest.advanceTimersByTimeAsync(120_000);
  expect(begun).toHaveLength(1);
  expect(watcher.told).toEqual(['opened a', 'lost']);
  expect(closed()).toBe(1);
  expect(jest.getTimerCount()).toBe(0);
});
