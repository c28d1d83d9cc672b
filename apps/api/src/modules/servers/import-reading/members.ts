// Reading values of unknown shape without trusting any of them.

export type Bag = Readonly<Record<string, unknown>>;

/** The value as an object, or null. */
export const bag = (value: unknown): Bag | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Bag) : null;

export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const own = (from: Bag, name: string): unknown => (Object.hasOwn(from, name) ? from[name] : undefined);

/** A member by its camelCase name, or by the snake_case one of the generations before 2025-09-16. */
export const member = (from: Bag, name: string): unknown =>
  own(from, name) ??
  own(
    from,
    name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  );

/** A member as text: trimmed, of whole characters, at most `max` of them; null where there is none. */
export function textOf(from: Bag, name: string, max = 2_000): string | null {
  const value = member(from, name);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? tidy(value, max) : null;
}

/** Text that a database and a page can show: no control characters, no halves of pairs, not longer than `max`. */
export function tidy(text: string, max: number): string | null {
  const whole = text
    .slice(0, max * 2)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Surrogate}/gu, '')
    .trim();
  const cut = [...whole].slice(0, max).join('').trim();
  return cut === '' ? null : cut;
}

/** An absolute http(s) URL, or null. */
export function httpUrl(text: string | null): URL | null {
  if (text === null || text.length > 2_048 || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  return new URL(text);
}

/** An http(s) address fit for a link: without name and password. */
export function linkOf(text: string | null): string | null {
  const url = httpUrl(text);
  return url && url.username === '' && url.password === '' ? url.href.slice(0, 2_048) : null;
}
