const LENGTH_MAX = 128;

/** A `User-Agent` as it may be kept and shown: bounded, printable ASCII; null where nothing is left. */
export function agentLabel(agent: string | null): string | null {
  const label = (agent ?? '')
    .slice(0, LENGTH_MAX)
    .replace(/[^\x20-\x7e]/g, '?')
    .trim();
  return label === '' ? null : label;
}
