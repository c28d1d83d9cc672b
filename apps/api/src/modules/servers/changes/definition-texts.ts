/** A text inside a definition, with where it stands (a JSON pointer; keys are texts too). */
export interface DefinitionPart {
  readonly pointer: string;
  readonly text: string;
}

const DEPTH_MAX = 128;
const PARTS_MAX = 20_000;

/** Every text of a definition, keys included: whatever a model could come to read. */
export function textsOf(definition: unknown): readonly DefinitionPart[] {
  const parts: DefinitionPart[] = [];
  collect(definition, '', 0, parts);
  return parts;
}

function collect(value: unknown, pointer: string, depth: number, into: DefinitionPart[]): void {
  if (depth > DEPTH_MAX || into.length >= PARTS_MAX) return;
  if (typeof value === 'string') into.push({ pointer, text: value });
  if (typeof value !== 'object' || value === null) return;
  for (const [key, each] of Object.entries(value)) {
    const inside = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (!Array.isArray(value)) into.push({ pointer: inside, text: key });
    collect(each, inside, depth + 1, into);
  }
}
