import { ApiContract } from './api-contract.js';

const THING = {
  type: 'object',
  required: ['id', 'at', 'state', 'owner'],
  properties: {
    id: { type: 'string' },
    at: { type: 'string', format: 'date-time' },
    state: { type: 'string', enum: ['on', 'off'] },
    owner: { type: ['string', 'null'] },
    part: { oneOf: [{ $ref: '#/components/schemas/Part' }, { type: 'null' }] },
    parts: { type: 'array', items: { $ref: '#/components/schemas/Part' } },
    free: { type: 'object', additionalProperties: true },
  },
} as const;

const contract = new ApiContract({
  openapi: '3.1.0',
  paths: {
    '/things/{id}': { get: { operationId: 'readThing', responses: { '200': { content: { 'application/json': { schema: THING } } } } } },
    '/things/special': { get: { operationId: 'readSpecial', responses: { '204': {} } } },
  },
  components: { schemas: { Part: { type: 'object', required: ['n'], properties: { n: { type: 'integer' } } } } },
});

const GOOD = { id: 'a', at: '2026-11-23T15:00:00.000Z', state: 'on', owner: null, part: null, parts: [{ n: 1 }], free: { any: 1 } };
const faultsOf = (body: unknown, seen: Partial<Parameters<ApiContract['faults']>[0]> = {}): string[] =>
  contract.faults({ method: 'GET', path: '/things/1', status: 200, mediaType: 'application/json', body, ...seen });

describe('holding answers against the OpenAPI document', () => {
  it('finds nothing in an answer that keeps it', () => {
    expect(faultsOf(GOOD)).toEqual([]);
    expect(faultsOf(undefined, { path: '/things/special', status: 204, mediaType: '' })).toEqual([]);
    expect([...contract.exercised].sort()).toEqual(['readSpecial', 'readThing']);
  });

  it.each<[string, object]>([
    ['a missing member', { ...GOOD, id: undefined }],
    ['a wrong type', { ...GOOD, id: 1 }],
    ['null where it is not allowed', { ...GOOD, id: null }],
    ['a word outside the list', { ...GOOD, state: 'broken' }],
    ['a time outside UTC', { ...GOOD, at: '2026-11-23T15:00:00+01:00' }],
    ['an undeclared member', { ...GOOD, secret: 'x' }],
    ['a fault in a list', { ...GOOD, parts: [{ n: 1 }, { n: 1.5 }] }],
    ['a choice that fits nothing', { ...GOOD, part: { n: 'x' } }],
  ])('finds %s', (_name, body) => {
    expect(faultsOf(JSON.parse(JSON.stringify(body)))).toHaveLength(1);
  });

  it('finds undeclared statuses, media types, bodies and addresses', () => {
    expect(faultsOf(GOOD, { status: 201 })).toHaveLength(1);
    expect(faultsOf(GOOD, { mediaType: 'text/html' })).toHaveLength(1);
    expect(faultsOf('text', { path: '/things/special', status: 204, mediaType: 'text/plain' })).toHaveLength(1);
    expect(faultsOf(GOOD, { path: '/nothing' })).toHaveLength(1);
    expect(faultsOf(GOOD, { path: '/nothing', status: 404 })).toEqual([]);
  });
});
