export const DEFINITION_KINDS = ['instructions', 'tools', 'prompts', 'templates'] as const;
export type DefinitionKind = (typeof DEFINITION_KINDS)[number];

/** Something a Version's server defined and somebody approved, as the server wrote it: untrusted. */
export interface ListedDefinition {
  readonly kind: DefinitionKind;
  /** Its name, or its URI template; empty for instructions. */
  readonly key: string;
  readonly hash: string;
  readonly text: string;
}

/** One definition that is not the same on both sides. */
export interface DefinitionChange {
  readonly kind: DefinitionKind;
  readonly key: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly from: ListedDefinition | null;
  readonly to: ListedDefinition | null;
}

const idOf = ({ kind, key }: ListedDefinition): string => `${kind} ${key}`;

/** What was removed, changed and added, in the order of the kinds and then of the lists (what is gone stands first). */
export function diffDefinitions(
  from: readonly ListedDefinition[],
  to: readonly ListedDefinition[],
): { readonly changes: readonly DefinitionChange[]; readonly unchanged: number } {
  const left = new Map(from.map((definition) => [idOf(definition), definition]));
  const right = new Map(to.map((definition) => [idOf(definition), definition]));
  const changes: DefinitionChange[] = [];
  let unchanged = 0;
  for (const [id, definition] of left) {
    const { kind, key } = definition;
    if (!right.has(id)) changes.push({ kind, key, change: 'removed', from: definition, to: null });
  }
  for (const [id, definition] of right) {
    const { kind, key, hash } = definition;
    const before = left.get(id) ?? null;
    if (before?.hash === hash) unchanged += 1;
    else changes.push({ kind, key, change: before ? 'changed' : 'added', from: before, to: definition });
  }
  const rank = ({ kind }: DefinitionChange): number => DEFINITION_KINDS.indexOf(kind);
  return { changes: changes.sort((a, b) => rank(a) - rank(b)), unchanged };
}
