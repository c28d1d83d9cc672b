import type { ServerVersion } from '../versions/version.js';
import type { ListedDefinition } from './definition-diff.js';
import type { VersionComparison } from './version-comparison.service.js';
import type { ComparedVersion, DefinitionText, VersionDiff } from './version-diff.dto.js';

/** How many characters of definitions one answer carries; 8 MiB is all that one server may list. */
const TEXT_TOTAL_MAX = 8 * 1024 * 1024;

const presentSide = ({ number, state, listedAt }: ServerVersion): ComparedVersion => ({ number, state, listed: listedAt !== null });

export function presentVersionDiff({ from, to, transport, slots, changes, unchanged }: VersionComparison): VersionDiff {
  let left = TEXT_TOTAL_MAX;
  const presentText = (definition: ListedDefinition | null): DefinitionText | null => {
    if (!definition) return null;
    left -= definition.text.length;
    return { hash: definition.hash, text: left < 0 ? null : definition.text };
  };
  return {
    from: presentSide(from),
    to: presentSide(to),
    transport: transport.map((change) => ({ ...change })),
    credentials: { gained: [...slots.gained], lost: [...slots.lost], unset: [...slots.unset] },
    definitions: changes.map(({ kind, key, change, ...sides }) => ({
      kind,
      key,
      change,
      from: presentText(sides.from),
      to: presentText(sides.to),
    })),
    unchanged,
  };
}
