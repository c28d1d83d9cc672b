import fc from 'fast-check';
import { withoutParams } from './without-params.js';

const MARK = 'zq_secret';
const leaf = fc.constantFrom<object>({ type: 'string' }, { type: 'integer', minimum: 1 }, { enum: ['a', 'b'] }, {});
const name = fc.constantFrom('a', 'b', 'city', MARK, `${MARK}_2`);
const names = fc.uniqueArray(name, { maxLength: 4 });

/** Schemas of an object whose rules name the parameters in every place that JSON Schema has for it. */
const plain = fc.record(
  { properties: fc.dictionary(name, leaf, { maxKeys: 3 }), required: names, minProperties: fc.constant(1) },
  { requiredKeys: [] },
);

/** Schemas that apply to what the schema around them applies to, one in another. */
const applied = (inner: fc.Arbitrary<object>): fc.Arbitrary<object> =>
  fc.record(
    {
      properties: fc.record({ [MARK]: fc.constant({ $ref: '#/$defs/zq_secret_shape' }), a: leaf, b: leaf }, { requiredKeys: [] }),
      required: names,
      dependentRequired: fc.dictionary(name, names, { maxKeys: 2 }),
      dependentSchemas: fc.dictionary(name, inner, { maxKeys: 2 }),
      dependencies: fc.dictionary(name, fc.oneof(names, inner), { maxKeys: 2 }),
      allOf: fc.array(inner, { maxLength: 2 }),
      anyOf: fc.array(inner, { minLength: 1, maxLength: 2 }),
      oneOf: fc.array(inner, { minLength: 1, maxLength: 2 }),
      not: inner,
      if: inner,
      then: inner,
      else: inner,
      propertyNames: fc.record({ enum: names }),
      default: fc.dictionary(name, fc.integer(), { maxKeys: 2 }),
      examples: fc.array(fc.dictionary(name, fc.integer(), { maxKeys: 2 }), { maxLength: 2 }),
      propertyOrdering: names,
    },
    { requiredKeys: [] },
  );

/** Schemas of an object whose rules name the parameters in every place that JSON Schema has for it. */
const schema = applied(applied(plain));

const hidden = new Set([MARK, `${MARK}_2`]);

describe('a schema without some of its parameters', () => {
  it('names them nowhere, whatever rules named them', () => {
    fc.assert(
      fc.property(schema, (wanted) => {
        const stripped = withoutParams(JSON.stringify({ ...wanted, $defs: { zq_secret_shape: { type: 'number' } } }), hidden);
        expect(stripped).toEqual({ ok: true, text: expect.not.stringContaining(MARK) as string });
      }),
      { numRuns: 200 },
    );
  });

  it('is the very text where it had none of them', () => {
    fc.assert(
      fc.property(schema, (wanted) => {
        const text = JSON.stringify(wanted);
        if (text.includes('zq_secret')) return;
        expect(withoutParams(text, hidden)).toEqual({ ok: true, text });
      }),
    );
  });
});

describe('taking parameters out of a schema', () => {
  const strip = (value: object) => {
    const stripped = withoutParams(JSON.stringify(value), new Set(['a']));
    return stripped.ok ? (JSON.parse(stripped.text) as unknown) : stripped.reason;
  };

  it('keeps the bytes of all other members', () => {
    const text = '{ "type":"object","properties":{"a":{},"b":{"minimum":1.0e2}},"required":["a","b"]}';
    expect(withoutParams(text, new Set(['a']))).toEqual({
      ok: true,
      text: '{"type":"object","properties":{"b":{"minimum":1.0e2}},"required":["b"]}',
    });
  });

  it('finds them under any spelling', () => {
    expect(withoutParams('{"properties":{"\\u0061":{}},"required":["\\u0061"]}', new Set(['a']))).toEqual({
      ok: true,
      text: '{"properties":{},"required":[]}',
    });
  });

  it('never allows less than before where rules cannot be split', () => {
    expect(strip({ oneOf: [{ required: ['a'] }, { required: ['b'] }] })).toEqual({ anyOf: [{ required: [] }, { required: ['b'] }] });
    expect(strip({ if: { properties: { a: { const: 1 } } }, then: { required: ['b'] }, else: {} })).toEqual({});
    expect(strip({ not: { required: ['a'] } })).toEqual({});
    expect(strip({ propertyNames: { enum: ['a', 'b'] } })).toEqual({});
  });

  it('leaves parameters of the same name inside other parameters alone', () => {
    const inner = { properties: { a: { type: 'string' } }, required: ['a'] };
    expect(strip({ properties: { a: {}, b: inner } })).toEqual({ properties: { b: inner } });
  });

  it('takes definitions along that nothing else needs', () => {
    const $defs = { one: { $ref: '#/$defs/two' }, two: {}, three: {} };
    expect(strip({ properties: { a: { $ref: '#/$defs/three' }, b: { $ref: '#/$defs/one' } }, $defs })).toEqual({
      properties: { b: { $ref: '#/$defs/one' } },
      $defs: { one: { $ref: '#/$defs/two' }, two: {} },
    });
  });

  it('is refused where a reference brings them back', () => {
    expect(strip({ $ref: '#/$defs/x', $defs: { x: {} } })).toBe('Its parameters are defined by reference.');
    expect(strip({ properties: { b: { $ref: '#' } }, $defs: {} })).toBe('Its parameters are defined by reference.');
    expect(strip({ properties: { a: {}, b: { $ref: '#/properties/a' } } })).toContain('refers to one of the parameters');
  });
});
