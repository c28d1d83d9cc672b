import fc from 'fast-check';
import { headerParamsOf } from './header-params.js';

const region = { type: 'string', 'x-mcp-header': 'Region' };
const schema = (properties: object, rest: object = {}): object => ({ type: 'object', properties, ...rest });
const reasonOf = (given: unknown): string => {
  const found = headerParamsOf(given);
  return found.ok ? 'accepted' : found.reason;
};

describe('headerParamsOf', () => {
  it('finds annotations at any depth of properties', () => {
    expect(
      headerParamsOf(
        schema({
          region,
          deep: schema({ n: { type: 'integer', 'x-mcp-header': 'N' }, b: { type: 'boolean', 'x-mcp-header': "x!#$%&'*+-.^_`|~9" } }),
          plain: { type: 'number' },
        }),
      ),
    ).toEqual({
      ok: true,
      params: [
        { header: 'Region', path: ['region'], type: 'string' },
        { header: 'N', path: ['deep', 'n'], type: 'integer' },
        { header: "x!#$%&'*+-.^_`|~9", path: ['deep', 'b'], type: 'boolean' },
      ],
    });
  });

  it.each([undefined, null, true, 'x', [], {}, { type: 'object' }, { properties: null }, { properties: [region] }])(
    'finds none in %j',
    (given) => {
      expect(headerParamsOf(given)).toEqual({ ok: true, params: [] });
    },
  );

  it('does not take a property, a default or an example of that name for an annotation', () => {
    const data = { 'x-mcp-header': 'No' };
    expect(
      headerParamsOf(
        schema({ 'x-mcp-header': { type: 'string' }, a: { type: 'object', default: data, const: data, enum: [data], examples: [data] } }),
      ),
    ).toEqual({ ok: true, params: [] });
  });

  it.each(['items', 'additionalProperties', 'not', 'if', 'then', 'else', 'contains', 'propertyNames'])(
    'refuses one under %s',
    (keyword) => {
      expect(reasonOf(schema({ a: { [keyword]: region } }))).toContain('through properties alone');
      expect(reasonOf({ [keyword]: schema({ region }) })).toContain('through properties alone');
    },
  );

  it.each(['oneOf', 'anyOf', 'allOf', 'prefixItems', 'items'])('refuses one in the list of %s', (keyword) => {
    expect(reasonOf(schema({}, { [keyword]: [{}, { properties: { region } }] }))).toContain('through properties alone');
  });

  it.each(['$defs', 'definitions', 'patternProperties', 'dependentSchemas'])('refuses one among the schemas named in %s', (keyword) => {
    expect(reasonOf(schema({ a: { $ref: '#/$defs/a' } }, { [keyword]: { a: region } }))).toContain('through properties alone');
  });

  it('refuses one on the root', () => {
    expect(reasonOf({ ...region })).toContain('at the root');
  });

  it.each(['', 'a b', 'a:b', 'a\r\nb', 'é', 5, null, {}, 'x'.repeat(101)])('refuses the header name %j', (name) => {
    expect(reasonOf(schema({ a: { type: 'string', 'x-mcp-header': name } }))).toContain('no header name');
  });

  it.each(['number', 'object', 'array', 'null', undefined, ['string', 'null']])('refuses the type %j', (type) => {
    expect(reasonOf(schema({ a: { type, 'x-mcp-header': 'A' } }))).toContain('type other than');
  });

  it('refuses names that differ in letter case alone, and too many', () => {
    expect(reasonOf(schema({ region, other: { type: 'string', 'x-mcp-header': 'REGION' } }))).toContain('repeats a name');
    const many = (count: number): object =>
      schema(
        Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, { type: 'string', 'x-mcp-header': `h${index}` }])),
      );
    expect(reasonOf(many(64))).toBe('accepted');
    expect(reasonOf(many(65))).toContain('more than 64');
  });

  it('stops in a schema without bottom', () => {
    const endless: Record<string, unknown> = {};
    endless['properties'] = { a: endless };
    expect(reasonOf(endless)).toBe('the schema is nested too deeply');
  });

  it('never throws, whatever the schema', () => {
    fc.assert(
      fc.property(
        fc.object({ key: fc.constantFrom('properties', 'x-mcp-header', 'type', 'items', '$defs', 'anyOf', '__proto__', 'a') }),
        (given) => {
          expect(typeof headerParamsOf(given).ok).toBe('boolean');
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
