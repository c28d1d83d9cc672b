import { editObject, isSchemaObject, scanJson, sliceOf, type Members } from '@mcpnest/mcp-protocol';
import { membersOf } from '../resources/change-members.js';
import { everySchema, refFault, refsOf } from './schema-refs.js';

type Names = ReadonlySet<string>;

/** The schema without the parameters, or why they cannot be taken out of it. */
export type StrippedSchema = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string };

const DEFINITIONS = ['$defs', 'definitions'] as const;

/**
 * Takes top-level parameters out of an input schema: their schemas, every rule that names them, and definitions which nothing
 * else needs. Where a rule cannot be split it goes whole, so that the result allows more rather than less; the server decides.
 * All other bytes stay.
 * @param schemaText a raw object schema of bounded size and depth.
 */
export function withoutParams(schemaText: string, names: Names): StrippedSchema {
  try {
    const text = withoutIdleDefinitions(strip(schemaText, names));
    const schema: unknown = JSON.parse(text);
    const reason = isSchemaObject(schema) ? refFault(schema) : undefined;
    return reason === undefined ? { ok: true, text } : { ok: false, reason: 'Another part of its schema refers to one of the parameters.' };
  } catch (error) {
    if (error instanceof ReferenceInTheWay) return { ok: false, reason: 'Its parameters are defined by reference.' };
    throw error;
  }
}

class ReferenceInTheWay extends Error {}

/** A schema that applies to the arguments as a whole, and what it applies to them in turn. */
function strip(text: string, names: Names): string {
  const members = membersOf(text);
  if (!members) return text;
  if (members.has('$ref') || members.has('$dynamicRef')) throw new ReferenceInTheWay();
  const edit = new Edit(text, members);
  edit.change('properties', (value) => dropKeys(value, names));
  for (const keyword of ['dependentRequired', 'dependentSchemas', 'dependencies']) {
    edit.change(keyword, (value) => mapValues(dropKeys(value, names), (each) => stripEither(each, names)));
  }
  for (const keyword of ['allOf', 'anyOf', 'then', 'else']) edit.change(keyword, (value) => stripEither(value, names));
  for (const keyword of ['default', 'const']) edit.change(keyword, (value) => dropKeys(value, names));
  for (const keyword of ['examples', 'enum']) edit.change(keyword, (value) => mapElements(value, (each) => dropKeys(each, names)));
  splitNever(edit, names);
  for (const [keyword, span] of members) if (!HANDLED.has(keyword)) edit.set(keyword, dropWords(sliceOf(text, span), names));
  return edit.result();
}

const HANDLED: Names = new Set(
  'properties dependentRequired dependentSchemas dependencies allOf anyOf oneOf then else if not propertyNames default const examples enum'.split(
    ' ',
  ),
);

/** Rules that mean something else once a part of them is gone. */
function splitNever(edit: Edit, names: Names): void {
  const isTouched = (keyword: string): boolean => {
    const value = edit.raw(keyword);
    return value !== undefined && stripEither(value, names) !== value;
  };
  if (isTouched('if')) edit.drop('if', 'then', 'else');
  if (isTouched('not')) edit.drop('not');
  if (isTouched('oneOf')) {
    const choices = stripEither(edit.raw('oneOf')!, names);
    if (edit.raw('anyOf') === undefined) edit.set('anyOf', choices);
    edit.drop('oneOf');
  }
  const propertyNames = edit.raw('propertyNames');
  if (propertyNames !== undefined && words(JSON.parse(propertyNames)).some((word) => names.has(word))) edit.drop('propertyNames');
}

/** A schema, a list of schemas, or a list of names. */
const stripEither = (text: string, names: Names): string =>
  text.startsWith('[')
    ? dropWords(
        mapElements(text, (each) => strip(each, names)),
        names,
      )
    : strip(text, names);

function dropKeys(text: string, names: Names): string {
  const members = membersOf(text);
  return members ? editObject(text, members, { drop: [...names] }) : text;
}

function mapValues(text: string, change: (value: string) => string): string {
  const members = membersOf(text);
  if (!members) return text;
  const set = [...members].map(([key, span]) => [key, sliceOf(text, span)] as const).map(([key, raw]) => [key, raw, change(raw)] as const);
  return editObject(text, members, { set: set.filter(([, raw, changed]) => raw !== changed).map(([key, , changed]) => [key, changed]) });
}

function mapElements(text: string, change: (element: string) => string): string {
  const scan = text.startsWith('[') ? scanJson(text, { depthMax: 512, keysMax: 250_000, elementsMax: 100_000 }) : undefined;
  if (!scan?.ok || !scan.elements) return text;
  const before = scan.elements.map((span) => sliceOf(text, span));
  const after = before.map(change);
  return after.every((element, index) => element === before[index]) ? text : `[${after.join(',')}]`;
}

/** A list of words without the names, such as `required` or an order of properties. */
function dropWords(text: string, names: Names): string {
  if (!text.startsWith('[')) return text;
  const list = JSON.parse(text) as unknown[];
  const left = list.filter((word) => typeof word !== 'string' || !names.has(word));
  return left.length === list.length ? text : JSON.stringify(left);
}

function words(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(words) : [];
}

/** Definitions that only the parameters needed would still tell of them. */
function withoutIdleDefinitions(text: string): string {
  const root: unknown = JSON.parse(text);
  if (!isSchemaObject(root) || !DEFINITIONS.some((keyword) => keyword in root)) return text;
  const needed = neededDefinitions(root);
  const members = membersOf(text)!;
  const edit = new Edit(text, members);
  for (const keyword of DEFINITIONS) {
    edit.change(keyword, (value) => {
      const names = [...(membersOf(value)?.keys() ?? [])];
      return dropKeys(value, new Set(names.filter((name) => needed && !needed.has(`#/${keyword}/${name}`))));
    });
  }
  return edit.result();
}

/** `#/$defs/name` of everything that is referred to from outside the definitions, directly or not; undefined where that cannot be told. */
function neededDefinitions(root: Record<string, unknown>): ReadonlySet<string> | undefined {
  const outside = Object.fromEntries(Object.entries(root).filter(([key]) => key !== '$defs' && key !== 'definitions'));
  const needed = new Set<string>();
  const open: Record<string, unknown>[] = [outside];
  for (const schema of open) {
    for (const ref of everySchema(schema).flatMap(refsOf)) {
      const [, keyword, name] = /^#\/(\$defs|definitions)\/([^/%~]+)/.exec(ref) ?? [];
      // A reference to the whole would bring the arguments back in, without their parameters.
      if (ref === '#') throw new ReferenceInTheWay();
      if (keyword === undefined || name === undefined) return undefined;
      const key = `#/${keyword}/${name}`;
      const held = root[keyword];
      const target = isSchemaObject(held) ? held[name] : undefined;
      if (!needed.has(key) && isSchemaObject(target)) open.push(target);
      needed.add(key);
    }
  }
  return needed;
}

/** Changes of one object, made at once. */
class Edit {
  private readonly sets = new Map<string, string>();
  private readonly drops: string[] = [];

  constructor(
    private readonly text: string,
    private readonly members: Members,
  ) {}

  raw(key: string): string | undefined {
    const span = this.members.get(key);
    return span && sliceOf(this.text, span);
  }

  change(key: string, change: (value: string) => string): void {
    const raw = this.raw(key);
    if (raw !== undefined) this.set(key, change(raw));
  }

  set(key: string, value: string): void {
    if (value !== this.raw(key)) this.sets.set(key, value);
  }

  drop(...keys: string[]): void {
    this.drops.push(...keys);
    for (const key of keys) this.sets.delete(key);
  }

  result(): string {
    return editObject(this.text, this.members, { drop: this.drops, set: this.sets });
  }
}
