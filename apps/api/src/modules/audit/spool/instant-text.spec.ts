import { instantText } from './instant-text.js';

it('a time is written as the platform writes it, whatever was written before', () => {
  const times = [
    0, 1, 999, 1000, 1_764_500_000_123, 1_764_500_000_124, 1_764_499_999_999, -1, -62_198_755_200_000, 8.64e15, 253_402_300_800_007,
  ];
  for (const at of [...times, ...times.reverse()]) expect(instantText(at)).toBe(new Date(at).toISOString());
  expect(instantText(1_764_500_000_123.9)).toBe(new Date(1_764_500_000_123.9).toISOString());
});
