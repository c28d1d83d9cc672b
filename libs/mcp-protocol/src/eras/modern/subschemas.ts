/** Where schemas stand inside a JSON Schema object: by these keywords, and nowhere else (a default or an example is data). */

type Schema = Readonly<Record<string, unknown>>;

/** Keywords whose value is one schema or a list of schemas. */
const SCHEMA_KEYWORDS = [
  'items',
  'prefixItems',
  'additionalItems',
  'contains',
  'additionalProperties',
  'unevaluatedProperties',
  'unevaluatedItems',
  'propertyNames',
  'contentSchema',
  'oneOf',
  'anyOf',
  'allOf',
  'not',
  'if',
  'then',
  'else',
];
/** Keywords whose value holds schemas by name. */
const NAMED_SCHEMA_KEYWORDS = ['patternProperties', 'dependentSchemas', 'dependencies', '$defs', 'definitions'];

/** Whether a value can hold keywords. */
export function isSchemaObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The values under `properties`, by name. */
export function propertySchemas({ properties }: Schema): [string, unknown][] {
  return isSchemaObject(properties) ? Object.entries(properties) : [];
}

/** All other schemas right below this one, with the keyword or name that leads to them. */
export function otherSubschemas(schema: Schema): [string, unknown][] {
  const single = SCHEMA_KEYWORDS.flatMap((keyword): [string, unknown][] => {
    const value = schema[keyword];
    return Array.isArray(value) ? value.map((item) => [keyword, item]) : [[keyword, value]];
  });
  const named = NAMED_SCHEMA_KEYWORDS.flatMap((keyword) => (isSchemaObject(schema[keyword]) ? Object.entries(schema[keyword]) : []));
  return [...single, ...named];
}
