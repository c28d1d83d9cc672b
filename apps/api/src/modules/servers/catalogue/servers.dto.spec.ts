import 'reflect-metadata';
import { DomainError } from '@mcpnest/shared/errors';
import { StrictValidationPipe } from '../../../platform/http/validation.pipe.js';
import { CreateServerRequest, UpdateServerRequest } from './servers.dto.js';

const pipe = new StrictValidationPipe();
const CANARY = 'canary-7f3a9c-secret';

async function faults(type: new () => object, body: unknown): Promise<string[]> {
  try {
    await pipe.transform(body, { type: 'body', metatype: type });
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    expect(error.code).toBe('platform.invalid-request');
    expect(JSON.stringify(error.facts)).not.toContain(CANARY);
    return (error.facts.errors ?? []).map(({ pointer }) => pointer);
  }
}

const server = (transport: unknown, rest: object = {}) => ({ slug: 'a1', name: 'A', transport, ...rest });
const url = 'https://a.example/';

describe('the body that enters a server', () => {
  it.each([
    [{ type: 'streamable-http', url, headers: [{ name: 'X-A', secret: true }], era: 'legacy' }],
    [{ type: 'builtin', name: 'demo' }],
    [{ type: 'stdio', package: 'npm:a@1.0.0', args: ['x'], env: [{ name: 'TOKEN', secret: true }] }],
    [{ type: 'sse', url }],
  ])('may hold the transport %j', async (transport) => {
    expect(await faults(CreateServerRequest, server(transport))).toEqual([]);
  });

  it.each([
    [undefined, '/transport'],
    [null, '/transport'],
    ['text', '/transport'],
    [[{ type: 'builtin', name: 'demo' }], '/transport'],
    [{}, '/transport/type'],
    [{ type: 'pigeon' }, '/transport/type'],
    [{ type: ['builtin'], name: 'demo' }, '/transport/type'],
    [{ type: 'builtin', name: 'other' }, '/transport/name'],
    [{ type: 'builtin', name: 'demo', url }, '/transport/url'],
    [{ type: 'streamable-http' }, '/transport/url'],
    [{ type: 'streamable-http', url, extra: 1 }, '/transport/extra'],
    [{ type: 'streamable-http', url, era: 'ancient' }, '/transport/era'],
    [{ type: 'streamable-http', url, headers: {} }, '/transport/headers'],
    [{ type: 'streamable-http', url, headers: [['x']] }, '/transport/headers'],
    [{ type: 'streamable-http', url, headers: [{ name: 5 }] }, '/transport/headers/0/name'],
    [{ type: 'streamable-http', url, headers: [{ name: 'X', hidden: true }] }, '/transport/headers/0/hidden'],
    [{ type: 'streamable-http', url, headers: [{ name: 'X', secret: 'yes' }] }, '/transport/headers/0/secret'],
    [{ type: 'streamable-http', url, headers: null }, '/transport/headers'],
  ])('may not hold the transport %j', async (transport, pointer) => {
    expect((await faults(CreateServerRequest, server(transport))).some((found) => found.startsWith(pointer))).toBe(true);
  });

  it.each([
    [{ slug: 'A' }, '/slug'],
    [{ slug: 'a--b' }, '/slug'],
    [{ slug: 'srv_1' }, '/slug'],
    [{ slug: null }, '/slug'],
    [{ name: '' }, '/name'],
    [{ name: '   ' }, '/name'],
    [{ name: 'a\nb' }, '/name'],
    [{ name: 'x'.repeat(129) }, '/name'],
    [{ name: 5 }, '/name'],
    [{ description: 'a\0b' }, '/description'],
    [{ extra: 1 }, '/extra'],
    [{ credentials: [] }, '/credentials'],
    [{ credentials: { A: 5 } }, '/credentials'],
    [{ credentials: { A: `${CANARY}\r\nX: y` } }, '/credentials'],
    [{ credentials: { A: '' } }, '/credentials'],
    [{ credentials: Object.fromEntries(Array.from({ length: 33 }, (_, i) => [`h${i}`, 'v'])) }, '/credentials'],
    [{ credentials: { A: CANARY.repeat(500) } }, '/credentials'],
  ])('may not hold %j', async (rest, pointer) => {
    expect(await faults(CreateServerRequest, server({ type: 'builtin', name: 'demo' }, rest))).toContain(pointer);
  });
});

describe('the body that changes a server', () => {
  it('may take the description back, but no name', async () => {
    expect(await faults(UpdateServerRequest, { description: null })).toEqual([]);
    expect(await faults(UpdateServerRequest, { name: null })).toContain('/name');
  });

  it('cannot change the transport', async () => {
    expect(await faults(UpdateServerRequest, { transport: { type: 'builtin', name: 'demo' } })).toContain('/transport');
  });
});
