import fc from 'fast-check';
import { headerParamsOf } from './header-params.js';
import { stripHeaderParams } from './strip-header-params.js';

describe('stripHeaderParams', () => {
  it('takes out annotations wherever a schema stands, and nothing else', () => {
    const annotated = { type: 'number', 'x-mcp-header': 'N' };
    const schema = {
      'x-mcp-header': 'root',
      type: 'object',
      default: { 'x-mcp-header': 'data' },
      properties: { 'x-mcp-header': { type: 'string' }, n: annotated, list: { items: annotated } },
      $defs: { d: annotated },
      allOf: [{ not: annotated }],
    };
    const bare = { type: 'number' };
    expect(JSON.parse(stripHeaderParams(JSON.stringify(schema)))).toEqual({
      type: 'object',
      default: { 'x-mcp-header': 'data' },
      properties: { 'x-mcp-header': { type: 'string' }, n: bare, list: { items: bare } },
      $defs: { d: bare },
      allOf: [{ not: bare }],
    });
    expect(stripHeaderParams('true')).toBe('true');
  });

  it('leaves a schema that asks for no headers, whatever it was', () => {
    const schema = fc.object({ key: fc.constantFrom('properties', 'x-mcp-header', 'type', 'items', '$defs', 'anyOf', 'a') });
    fc.assert(
      fc.property(schema, (given) => {
        expect(headerParamsOf(JSON.parse(stripHeaderParams(JSON.stringify(given))))).toEqual({ ok: true, params: [] });
      }),
      { numRuns: 1_000 },
    );
  });
});
