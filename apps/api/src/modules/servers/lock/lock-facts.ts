import type { LockItem } from './lock-item.js';
import type { LockedVersion } from './lock.repository.js';

const NAMES_MAX = 20;
const NAME_LENGTH_MAX = 128;

/** Names of items for the ledger: a server's own words, so few and short. */
export const namesOf = (keys: readonly string[]): readonly string[] => keys.slice(0, NAMES_MAX).map((key) => key.slice(0, NAME_LENGTH_MAX));

/** `kind:name` of items, for the ledger. */
export function itemNames(items: readonly LockItem[]): { readonly items: readonly string[]; readonly more: number } {
  const names = namesOf(items.map(({ kind, key }) => (kind === 'instructions' ? kind : `${kind}:${key}`)));
  return { items: names, more: items.length - names.length };
}

export const versionSubject = ({ id, serverName, number }: LockedVersion) =>
  ({ kind: 'version', id, name: `${serverName} ${number}` }) as const;
