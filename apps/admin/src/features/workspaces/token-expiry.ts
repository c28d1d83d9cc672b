import type { TokenRules } from './token-policy.mutations';

const DAY_MS = 86_400_000;
const DAYS: Record<string, number | null> = { days30: 30, days90: 90, days365: 365, never: null };

/** RFC 3339 time of an expiry preset, null for never. */
export function expiryOf(preset: string, nowMs = Date.now()): string | null {
  const days = DAYS[preset] ?? null;
  return days === null ? null : new Date(nowMs + days * DAY_MS).toISOString();
}

/** The presets that the operator's rules allow; all of them as long as the rules are not known. */
export function expiriesWithin(rules: TokenRules | undefined): readonly string[] {
  const presets = Object.keys(DAYS);
  if (!rules) return presets;
  const longest = rules.lifetimeDaysMax ?? Infinity;
  return presets.filter((preset) => (DAYS[preset] === null ? rules.mayNeverExpire : (DAYS[preset] ?? 0) <= longest));
}
