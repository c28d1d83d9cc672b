import type { OpenAPIObject } from '@nestjs/swagger';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** Gives unions that carry a title a name of their own among the schemas, because decorators can only write them in place. */
export function nameUnions(document: OpenAPIObject): OpenAPIObject {
  const named: Schemas = {};
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    const walked = Object.fromEntries(Object.entries(value).map(([key, child]) => [key, walk(child)]));
    const { title, description, ...union } = walked;
    if (typeof title !== 'string' || !Array.isArray(walked['oneOf'])) return walked;
    named[title] = { title, oneOf: union['oneOf'] } as Schemas[string];
    return { $ref: `#/components/schemas/${title}`, ...(description === undefined ? {} : { description }) };
  };
  const walked = walk(document) as OpenAPIObject;
  return { ...walked, components: { ...walked.components, schemas: { ...walked.components?.schemas, ...named } } };
}
