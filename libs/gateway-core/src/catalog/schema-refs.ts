import { isSchemaObject, otherSubschemas, propertySchemas } from '@mcpnest/mcp-protocol';

type Schema = Record<string, unknown>;

/** Keywords whose schemas apply to the very value that the schema around them applies to. */
const IN_PLACE = ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else'] as const;
const SHOWN_LENGTH_MAX = 80;

/**
 * What is wrong with the references of a parsed schema, or undefined. Clients fetch nothing and expand what they read, so a
 * reference leads to another place of the same schema, and never back to itself without a step into the value.
 * A schema that describes trees (a reference below `properties` or `items`) is sound.
 */
export function refFault(root: Schema): string | undefined {
  const schemas = everySchema(root);
  const known = new Set(schemas.flatMap(({ $id, $anchor, $dynamicAnchor }) => [$id, anchor($anchor), anchor($dynamicAnchor)]));
  const isOneResource = !schemas.some((schema) => schema !== root && typeof schema['$id'] === 'string');
  for (const schema of schemas) {
    for (const ref of refsOf(schema)) {
      const isHere = ref.startsWith('#') || known.has(ref.split('#')[0]);
      if (!isHere) return `It refers to ${shown(ref)}, which is not part of it.`;
      const leads = ref === '#' || !ref.startsWith('#') || known.has(ref) || !isOneResource || resolve(root, ref) !== undefined;
      if (!leads) return `It refers to ${shown(ref)}, which is not there.`;
    }
  }
  return hasLoop(root, schemas) ? 'Its references go round in a circle.' : undefined;
}

/** The references of one schema object, not of those below it. */
export const refsOf = ({ $ref, $dynamicRef }: Schema): string[] => [$ref, $dynamicRef].filter((ref) => typeof ref === 'string');

/** A schema object and all below it, itself first. */
export function everySchema(root: Schema): Schema[] {
  const found = [root];
  for (const schema of found) {
    for (const [, child] of [...propertySchemas(schema), ...otherSubschemas(schema)]) if (isSchemaObject(child)) found.push(child);
  }
  return found;
}

const anchor = (name: unknown): string | undefined => (typeof name === 'string' ? `#${name}` : undefined);
const shown = (ref: string): string => JSON.stringify(ref.length > SHOWN_LENGTH_MAX ? `${ref.slice(0, SHOWN_LENGTH_MAX)}…` : ref);

/** What a JSON pointer (RFC 6901, as URI fragment) leads to. */
function resolve(root: Schema, ref: string): unknown {
  let value: unknown = root;
  for (const part of ref.slice(1).split('/').slice(1)) {
    const key = decoded(part).replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Schema)[key];
  }
  return ref === '#' || ref.startsWith('#/') ? value : undefined;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Whether some schema applies itself to the same value again. */
function hasLoop(root: Schema, schemas: readonly Schema[]): boolean {
  const state = new Map<Schema, 'open' | 'done'>();
  const isLooping = (schema: Schema): boolean => {
    const known = state.get(schema);
    if (known) return known === 'open';
    state.set(schema, 'open');
    const isFound = nextInPlace(root, schema).some(isLooping);
    state.set(schema, 'done');
    return isFound;
  };
  return schemas.some(isLooping);
}

function nextInPlace(root: Schema, schema: Schema): Schema[] {
  const applied = IN_PLACE.flatMap((keyword) => schema[keyword]);
  const dependent = ['dependentSchemas', 'dependencies'].flatMap((keyword) =>
    isSchemaObject(schema[keyword]) ? Object.values(schema[keyword]) : [],
  );
  const referred = refsOf(schema).map((ref) => (ref.startsWith('#') ? resolve(root, ref) : undefined));
  return [...applied, ...dependent, ...referred].filter(isSchemaObject);
}
