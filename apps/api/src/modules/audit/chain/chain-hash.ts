import { hash } from 'node:crypto';

export const HASH_BYTES = 32;

/** What the first row of a chain follows. */
export const genesisHash = (chain: string): Buffer => sha256(Buffer.from(`mcpnest.audit.chain.v1\n${chain}`));

/** `SHA-256(previous ‖ content)`; both already stand one behind the other. */
export const sha256 = (bytes: Uint8Array): Buffer => hash('sha256', bytes, 'buffer');

/** The same as one character per byte: half the cost where many are made and none is kept. */
export const sha256Text = (bytes: Uint8Array): string => hash('sha256', bytes, 'binary');

/** The hash of a row, of the one before it and its canonical text. */
export const linkHash = (previous: Buffer, content: string): Buffer => sha256(Buffer.concat([previous, Buffer.from(content)]));

/**
 * A row's canonical text, of its members as an export shows them: by name, without those that have no value, without its hash.
 * Objects within it are ordered by name as well, because a database does not keep the order of their members.
 */
export function canonicalMembers(members: Readonly<Record<string, unknown>>): string {
  const names = Object.keys(members)
    .filter((name) => name !== 'hash' && members[name] !== null && members[name] !== undefined)
    .sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonicalValue(members[name])}`).join(',')}}`;
}

function canonicalValue(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalValue).join(',')}]`;
  const members = value as Readonly<Record<string, unknown>>;
  const names = Object.keys(members).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonicalValue(members[name])}`).join(',')}}`;
}
