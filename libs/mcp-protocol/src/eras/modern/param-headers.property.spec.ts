import fc from 'fast-check';
import { headerParamsOf } from './header-params.js';
import { checkParamHeaders, writeParamHeaders } from './param-headers.js';

const TYPES = ['string', 'integer', 'boolean'] as const;
const key = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);
const valueOf = {
  string: fc.string({ unit: 'grapheme', maxLength: 20 }),
  integer: fc.maxSafeInteger(),
  boolean: fc.boolean(),
} satisfies Record<(typeof TYPES)[number], fc.Arbitrary<unknown>>;
const absent = fc.constantFrom(undefined, null);

/** Annotated arguments, some below others, some not given, and values for them. */
const tools = fc
  .uniqueArray(fc.record({ key, type: fc.constantFrom(...TYPES), isNested: fc.boolean() }), { selector: (each) => each.key, maxLength: 6 })
  .chain((members) =>
    fc
      .tuple(...members.map(({ type }) => fc.oneof(valueOf[type] as fc.Arbitrary<unknown>, absent)))
      .map((values) => members.map((member, index) => ({ ...member, value: values[index] }))),
  );

function toolOf(members: readonly { key: string; type: string; isNested: boolean; value: unknown }[]) {
  const properties: Record<string, unknown> = {};
  const args: Record<string, unknown> = {};
  for (const { key: name, type, isNested, value } of members) {
    const schema = { type, 'x-mcp-header': `H-${name}` };
    properties[name] = isNested ? { type: 'object', properties: { inner: schema } } : schema;
    if (value !== undefined) args[name] = isNested ? { inner: value } : value;
  }
  const found = headerParamsOf({ type: 'object', properties });
  if (!found.ok) throw new Error(found.reason);
  return { params: found.params, args: JSON.stringify(args) };
}

/** As a server sees them: without the prefix, in lower case. */
const received = (headers: Readonly<Record<string, string>>): Map<string, string> =>
  new Map(Object.entries(headers).map(([name, value]) => [name.slice('Mcp-Param-'.length).toLowerCase(), value]));

describe('Mcp-Param headers', () => {
  it('are accepted as we write them, for whatever arguments', () => {
    fc.assert(
      fc.property(tools, (members) => {
        const { params, args } = toolOf(members);
        expect(checkParamHeaders(params, args, received(writeParamHeaders(params, args)))).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it('are refused when one is left out, added or changed', () => {
    fc.assert(
      fc.property(tools, fc.nat(), fc.constantFrom('leave out', 'change'), (members, place, what) => {
        const { params, args } = toolOf(members);
        const headers = received(writeParamHeaders(params, args));
        fc.pre(params.length > 0);
        const { header } = params[place % params.length]!;
        const name = header.toLowerCase();
        const value = headers.get(name);
        if (value === undefined || what === 'change') headers.set(name, value === 'other' ? 'another' : 'other');
        else headers.delete(name);
        expect(checkParamHeaders(params, args, headers)).toMatchObject({ httpStatus: 400, code: -32020 });
      }),
      { numRuns: 500 },
    );
  });

  it('that no schema names are never looked at', () => {
    fc.assert(
      fc.property(tools, key, fc.string(), (members, name, value) => {
        const { params, args } = toolOf(members);
        const headers = received(writeParamHeaders(params, args)).set(`x-${name}`, value);
        expect(checkParamHeaders(params, args, headers)).toBeUndefined();
      }),
    );
  });
});
