import { boundsSeen } from './bounds-inside.js';
import { isBounded, quotaOf, settingsOf, throttledOf } from './group-files.js';

const BOUNDS = { processors: 1.5, memoryBytes: 1_048_576, processes: 64 };
const written = (generation: 1 | 2) =>
  (['cpu', 'memory', 'pids'] as const).flatMap((controller) =>
    settingsOf(generation, controller, BOUNDS).map(({ file, text }) => [file, text]),
  );

test('bounds are written as each generation reads them', () => {
  expect(Object.fromEntries(written(2))).toEqual({
    'cpu.max': '150000 100000',
    'cpu.weight.nice': '5',
    'memory.max': '1048576',
    'memory.swap.max': '0',
    'pids.max': '64',
  });
  expect(Object.fromEntries(written(1))).toEqual({
    'cpu.cfs_period_us': '100000',
    'cpu.cfs_quota_us': '150000',
    'cpu.shares': '336',
    'memory.limit_in_bytes': '1048576',
    'memory.memsw.limit_in_bytes': '1048576',
    'pids.max': '64',
  });
});

test('no share of the processor is less than the kernel takes', () => {
  expect(quotaOf({ processors: 0.001 }).quotaUs).toBe(1_000);
});

test('a bound is one when the kernel says a number, and none wider than what was asked for', () => {
  expect(isBounded('memory', '1044480\n', BOUNDS)).toBe(true);
  expect(isBounded('memory', '9223372036854771712\n', BOUNDS)).toBe(false);
  expect(isBounded('pids', 'max\n', BOUNDS)).toBe(false);
  expect(isBounded('pids', '', BOUNDS)).toBe(false);
});

test('how often a group was held back is read from either generation', () => {
  expect(throttledOf('usage_usec 5\nnr_periods 9\nnr_throttled 7\nthrottled_usec 3\n')).toBe(7);
  expect(throttledOf('nr_periods 9\nnr_throttled 0\nthrottled_time 0\n')).toBe(0);
  expect(throttledOf('')).toBe(0);
});

test.each([
  ['cpu 150000 100000\nmemory 1048576\n', true, true],
  ['cpu 200000 100000\nmemory max\n', false, false],
  ['cpu max 100000\nmemory 2097152\n', false, false],
  ['cpu -1 100000\nmemory\n', false, false],
  ['', false, false],
])('a container that sees %j of its group is bounded or not', (printed, processorLimit, memoryTogether) => {
  expect(boundsSeen(printed, BOUNDS)).toEqual({ processorLimit, memoryTogether });
});
