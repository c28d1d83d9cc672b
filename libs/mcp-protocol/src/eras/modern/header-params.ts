/**
 * The `x-mcp-header` annotations of a tool's input schema (2026-07-28, "Schema extension"). They may stand on string,
 * integer and boolean properties which the root reaches through `properties` alone.
 */
import { isSchemaObject, otherSubschemas, propertySchemas } from './subschemas.js';

/** One annotated argument: `Mcp-Param-{header}` repeats the value at `path` of the arguments. */
export interface HeaderParam {
  readonly header: string;
  readonly path: readonly string[];
  readonly type: 'string' | 'integer' | 'boolean';
}

/** What a schema asks for, or why it breaks the rules; then the tool must not be offered with these annotations. */
export type HeaderParams = { readonly ok: true; readonly params: readonly HeaderParam[] } | { readonly ok: false; readonly reason: string };

/** The keyword. */
export const HEADER_ANNOTATION = 'x-mcp-header';
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,100}$/;
const PARAMS_MAX = 64;
const DEPTH_MAX = 128;

/** Collects the annotations of a parsed input schema. Bounds: 64 annotations, 128 levels, names of 100 characters. */
export function headerParamsOf(inputSchema: unknown): HeaderParams {
  const walk = new Walk();
  const reason = walk.visit(inputSchema, [], true);
  return reason === undefined ? { ok: true, params: walk.params } : { ok: false, reason };
}

class Walk {
  readonly params: HeaderParam[] = [];
  private readonly names = new Set<string>();

  /** The rule broken in this schema or below it. */
  visit(node: unknown, path: readonly string[], isReachable: boolean): string | undefined {
    if (!isSchemaObject(node)) return undefined;
    if (path.length > DEPTH_MAX) return 'the schema is nested too deeply';
    const fault = Object.hasOwn(node, HEADER_ANNOTATION) ? this.annotation(node, path, isReachable) : undefined;
    return fault ?? this.each(propertySchemas(node), path, isReachable) ?? this.each(otherSubschemas(node), path, false);
  }

  private annotation(node: Record<string, unknown>, path: readonly string[], isReachable: boolean): string | undefined {
    const header = node[HEADER_ANNOTATION];
    const { type } = node;
    const where = `${HEADER_ANNOTATION} at ${path.join('.').slice(0, 200) || 'the root'}`;
    if (!isReachable || path.length === 0) return `${where} cannot be reached through properties alone`;
    if (typeof header !== 'string' || !TOKEN.test(header)) return `${where} is no header name`;
    if (type !== 'string' && type !== 'integer' && type !== 'boolean')
      return `${where} stands on a type other than string, integer or boolean`;
    if (this.names.has(header.toLowerCase())) return `${where} repeats a name`;
    if (this.params.length === PARAMS_MAX) return `more than ${PARAMS_MAX} ${HEADER_ANNOTATION} annotations`;
    this.names.add(header.toLowerCase());
    this.params.push({ header, path, type });
    return undefined;
  }

  private each(children: readonly (readonly [string, unknown])[], path: readonly string[], isReachable: boolean): string | undefined {
    for (const [key, child] of children) {
      const fault = this.visit(child, [...path, key], isReachable);
      if (fault !== undefined) return fault;
    }
    return undefined;
  }
}
