/** Published tool names that every client accepts (contract, client-safe tool names). */

const SUFFIX_LENGTH = 6;
const SUFFIX_SPACE = 36n ** 6n;

/** A tool that wants a name. */
export interface NameClaim {
  /** `serverSlug:toolName`, unique. */
  readonly key: string;
  /** Prefix and the upstream's own name, or an alias. */
  readonly wanted: string;
  /** When its exposure was made, in milliseconds since the epoch; later ones give way. */
  readonly createdAt: number;
}

/** Gives each claim a safe name, unique after folding `-` to `_`: key → name. A safe name that collides with nothing stays as it is. */
export function assignNames(claims: readonly NameClaim[], lengthMax: number): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const ordered = claims.map((claim) => ({ claim, safe: clientSafeName(claim.wanted, claim.key, lengthMax) })).sort(inOrderOfService);
  for (const { claim, safe } of ordered) {
    const name = taken.has(fold(safe)) ? withSuffix(safe, claim.key, lengthMax) : safe;
    if (taken.has(fold(name))) continue;
    taken.add(fold(name));
    names.set(claim.key, name);
  }
  return names;
}

/** The safe form of one name, before collisions are looked at. */
export function clientSafeName(wanted: string, key: string, lengthMax: number): string {
  const replaced = wanted.replace(/[^a-zA-Z0-9_-]/gu, '_');
  const safe = /^[a-zA-Z]/.test(replaced) ? replaced : `t_${replaced}`;
  return safe.length <= lengthMax ? safe : withSuffix(safe, key, lengthMax);
}

/** Clients fold `-` to `_`, so names must differ after that too. */
export const fold = (name: string): string => name.replaceAll('-', '_');

function withSuffix(name: string, key: string, lengthMax: number): string {
  return `${name.slice(0, lengthMax - SUFFIX_LENGTH - 1)}_${shortHash(key)}`;
}

/** Six base36 characters of the FNV-1a hash (64 bits) of a text's UTF-16 units. */
function shortHash(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < text.length; i++) hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n);
  return (hash % SUFFIX_SPACE).toString(36).padStart(SUFFIX_LENGTH, '0');
}

interface SafeClaim {
  readonly claim: NameClaim;
  readonly safe: string;
}

/** Older exposures first, so that a server that joins renames nobody; within one, names that need no change come first. */
function inOrderOfService(a: SafeClaim, b: SafeClaim): number {
  return (
    a.claim.createdAt - b.claim.createdAt ||
    Number(a.safe !== a.claim.wanted) - Number(b.safe !== b.claim.wanted) ||
    (a.claim.key < b.claim.key ? -1 : 1)
  );
}
