import { HEADER_ANNOTATION } from './header-params.js';
import { isSchemaObject, otherSubschemas, propertySchemas } from './subschemas.js';

/**
 * An input schema without its `x-mcp-header` annotations, for tools that are offered although `headerParamsOf` found
 * theirs broken: those of upstreams that cannot know the rule. `schemaText` is well-formed JSON of bounded depth; it is
 * written anew, so call this for broken schemas alone.
 */
export function stripHeaderParams(schemaText: string): string {
  const schema: unknown = JSON.parse(schemaText);
  strip(schema);
  return JSON.stringify(schema);
}

function strip(node: unknown): void {
  if (!isSchemaObject(node)) return;
  delete node[HEADER_ANNOTATION];
  for (const [, child] of [...propertySchemas(node), ...otherSubschemas(node)]) strip(child);
}
