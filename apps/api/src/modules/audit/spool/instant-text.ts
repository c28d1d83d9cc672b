let writtenSecond = Number.NaN;
let writtenText = '';
const MILLISECONDS = Array.from({ length: 1000 }, (_, ms) => `${String(ms).padStart(3, '0')}Z`);

/**
 * A time as `Date.toISOString` writes it. Remembers the second it wrote last: a busy process writes thousands in one.
 * @param at milliseconds since the epoch
 */
export function instantText(at: number): string {
  const second = Math.floor(at / 1000);
  if (second !== writtenSecond) {
    writtenText = new Date(second * 1000).toISOString().slice(0, -4);
    writtenSecond = second;
  }
  return writtenText + MILLISECONDS[Math.floor(at - second * 1000)]!;
}
