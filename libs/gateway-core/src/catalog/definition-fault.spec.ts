import { DEFINITION_BYTES_MAX, schemaFault, sizeFault, utf8Length } from './definition-fault.js';

const input = (inputSchema: unknown) => schemaFault({ inputSchema });
const nested = (levels: number) => '{"a":'.repeat(levels) + '1' + '}'.repeat(levels);

describe('a definition that clients cannot be given', () => {
  it.each([
    ['text', { type: 'string' }],
    [undefined, 'no schema'],
    [undefined, null],
    [undefined, []],
    [undefined, { type: ['object', 'null'] }],
  ])('has no schema of an object (%s)', (_, schema) => {
    expect(input(schema)).toBe('Its inputSchema is not a schema of an object.');
  });

  it.each(['https://example.com/schema.json', 'other.json#/a', 'file:///etc/passwd', '//example.com/x'])('refers elsewhere: %s', ($ref) => {
    expect(input({ properties: { a: { $ref } } })).toContain('not part of it');
    expect(input({ properties: { a: { items: { anyOf: [{ $ref }] } } } })).toContain('not part of it');
    expect(schemaFault({ inputSchema: {}, outputSchema: { $ref } })).toContain('outputSchema');
  });

  it.each(['#/$defs/gone', '#nowhere', '#/properties/__proto__', '#/%'])('refers to what is not there: %s', ($ref) => {
    expect(input({ properties: { a: { $ref } } })).toContain('not there');
  });

  it.each<[string, object]>([
    ['itself', { $ref: '#' }],
    ['a ring of definitions', { $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } } }],
    ['a ring through allOf', { $defs: { a: { allOf: [{ $ref: '#/$defs/a' }] } } }],
  ])('goes round in a circle: %s', (_, schema) => {
    expect(input(schema)).toContain('in a circle');
  });

  it('is too large or too deep', () => {
    expect(sizeFault(`{"a":"${'ä'.repeat(DEFINITION_BYTES_MAX / 2)}"}`)).toBe('Its definition has 65 KB; clients are given 64 KB at most.');
    expect(sizeFault(`{"a":"${'x'.repeat(DEFINITION_BYTES_MAX - 8)}"}`)).toBeUndefined();
    expect(sizeFault(nested(65))).toContain('64 levels');
    expect(sizeFault(nested(64))).toBeUndefined();
  });
});

describe('a definition that clients can be given', () => {
  it.each<[string, object]>([
    ['local references', { properties: { a: { $ref: '#/$defs/x' } }, $defs: { x: { type: 'string' } } }],
    [
      'a tree',
      { properties: { child: { $ref: '#' }, list: { items: { $ref: '#/$defs/n' } } }, $defs: { n: { items: { $ref: '#/$defs/n' } } } },
    ],
    ['escaped pointers', { properties: { a: { $ref: '#/$defs/x~1y%20z' } }, $defs: { 'x/y z': {} } }],
    [
      'anchors and ids of its own',
      { $id: 'urn:x', properties: { a: { $ref: '#n' }, b: { $ref: 'urn:x#/$defs/n' } }, $defs: { n: { $anchor: 'n' } } },
    ],
    [
      'data and names that only look like references',
      { properties: { $ref: { const: { $ref: 'https://example.com' } } }, default: { $ref: 'x' } },
    ],
  ])('has %s', (_, schema) => {
    expect(input({ type: 'object', ...schema })).toBeUndefined();
  });
});

it('counts bytes as UTF-8 has them', () => {
  for (const text of ['', 'abc', 'äöü', '€', '😀', 'a😀€ä', '\u07ff\u0800'])
    expect(utf8Length(text)).toBe(encodeURIComponent(text).replace(/%../g, 'x').length);
});
