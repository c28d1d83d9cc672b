import { libText } from './lib.text';

const LOCALE = undefined;
const dateTime = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'medium' });
const clock = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto', style: 'long' });
const number = new Intl.NumberFormat(LOCALE);

const STEPS: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

export const formatDateTime = (iso: string): string => dateTime.format(new Date(iso));
export const formatClock = (iso: string): string => clock.format(new Date(iso));
export const formatNumber = (value: number): string => number.format(value);

/** “3 minutes ago”, “in 2 days”. `nowMs` is epoch milliseconds. */
export function formatAgo(iso: string, nowMs: number = Date.now()): string {
  const seconds = (new Date(iso).getTime() - nowMs) / 1_000;
  const step = STEPS.find(([, size]) => Math.abs(seconds) >= size);
  return step ? relative.format(Math.round(seconds / step[1]), step[0]) : libText.now;
}

/** Milliseconds for people: `12 ms`, `1.24 s`. */
export function formatMs(ms: number): string {
  return ms < 1_000 ? `${number.format(Math.round(ms * 10) / 10)} ms` : `${number.format(Math.round(ms / 10) / 100)} s`;
}

/** Bytes for people, in powers of 1024. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_024) return `${number.format(bytes)} B`;
  return bytes < 1_048_576
    ? `${number.format(Math.round(bytes / 102.4) / 10)} KiB`
    : `${number.format(Math.round(bytes / 104_857.6) / 10)} MiB`;
}

const plurals = new Intl.PluralRules('en');

/** `1 tool`, `8 tools`; `many` defaults to the word with an s. */
export const count = (value: number, one: string, many = `${one}s`): string =>
  `${number.format(value)} ${plurals.select(value) === 'one' ? one : many}`;
