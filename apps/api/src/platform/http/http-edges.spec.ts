import { Body, Controller, Get, HttpException, Post, Query } from '@nestjs/common';
import { IsEmail, IsInt, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { createConnection, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { DomainError, ERROR_CATALOG, type ErrorCode } from '@mcpnest/shared/errors';
import { Public } from './access.js';
import { decodeCursor } from './cursor.js';
import { PageQuery } from './page-query.dto.js';
import { openHttpBench, type HttpBench } from './testing/http-bench.js';

class Inner {
  @IsInt() count!: number;
}
class Thing {
  @IsEmail() @MaxLength(200) email!: string;
  @IsOptional() @IsString() name?: string;
  @IsOptional() @ValidateNested() @Type(() => Inner) inner?: Inner;
  @IsOptional() @ValidateNested({ each: true }) @Type(() => Inner) many?: Inner[];
}

const CANARY = 'canary-7f3a9';

@Public()
@Controller('edge')
class EdgeController {
  @Post() take(@Body() body: Thing) {
    return { got: body, isThing: body instanceof Thing };
  }
  @Get('list') list(@Query() query: PageQuery) {
    return { limit: query.limit, position: decodeCursor(query.cursor) };
  }
  @Get('domain/:code') domain(@Query('code') _code: string) {
    return {};
  }
  @Get('fail') fail(): never {
    throw new Error(`select * from users -- ${CANARY}`);
  }
  @Get('teapot') teapot(): never {
    throw new HttpException(CANARY, 418);
  }
  @Get('limited') limited(): never {
    throw new DomainError('auth.too-many-attempts', { retryAfterSeconds: 12.2 });
  }
  @Get('item/:id') item() {
    return {};
  }
}

const read = async (response: Response) =>
  (await response.json()) as { code: ErrorCode; errors?: { pointer: string; detail: string }[]; [key: string]: unknown };

describe('the edges of the REST API', () => {
  let bench: HttpBench;
  beforeAll(async () => {
    bench = await openHttpBench([EdgeController]);
  });
  afterAll(() => bench.close());
  const post = (body: unknown, headers: Record<string, string> = {}) => bench.request('/api/v1/edge', { method: 'POST', body, headers });

  it('answers every problem as a document with type, status, id and code', async () => {
    const response = await bench.request('/api/v1/nowhere');
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const body = await read(response);
    expect(body).toEqual({
      type: '/docs/errors#platform.not-found',
      title: ERROR_CATALOG['platform.not-found'].title,
      status: 404,
      detail: expect.any(String),
      instance: response.headers.get('x-request-id'),
      code: 'platform.not-found',
    });
  });

  it('explains every code on the page that type points to', async () => {
    const page = await (await bench.request('/docs/errors')).text();
    for (const code of Object.keys(ERROR_CATALOG)) expect(page).toContain(`id="${code}"`);
  });

  describe('a body', () => {
    it('passes as an instance of its DTO', async () => {
      expect(await read(await post({ email: 'a@example.org', inner: { count: 1 } }))).toMatchObject({
        isThing: true,
        got: { email: 'a@example.org' },
      });
    });

    const malformed: [string, string | Uint8Array][] = [
      ['a torn document', '{"email":'],
      ['a second document', '{} {}'],
      ['a trailing comma', '{"email":"a@example.org",}'],
      ['a byte order mark', '\uFEFF{}'],
      ['the same member twice', '{"email":"a@example.org","email":"b@example.org"}'],
      ['the same member twice, once escaped', '{"email":"a@example.org","\\u0065mail":"b@example.org"}'],
      ['a member named __proto__', '{"email":"a@example.org","__proto__":{"admin":true}}'],
      ['an escaped __proto__ deeper down', '{"inner":{"\\u005f_proto__":{}}}'],
      ['a NUL', '{"name":"a\\u0000b"}'],
      ['half of a surrogate pair', '{"name":"\\ud800"}'],
      ['65 levels', `{"inner":${'['.repeat(64)}${']'.repeat(64)}}`],
      ['bytes that are no UTF-8', Uint8Array.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
    ];
    it.each(malformed)('with %s is 400 platform.malformed-json', async (_name, body) => {
      const response = await post(body);
      expect([response.status, (await read(response)).code]).toEqual([400, 'platform.malformed-json']);
    });

    const invalid: [string, unknown, string][] = [
      ['a missing field', {}, '/email'],
      ['an empty body', undefined, '/email'],
      ['a field that is unknown', { email: 'a@example.org', admin: true }, '/admin'],
      ['a wrong type', { email: 'a@example.org', name: 5 }, '/name'],
      ['a number written as text', { email: 'a@example.org', inner: { count: '1' } }, '/inner/count'],
      ['an unknown field inside', { email: 'a@example.org', many: [{ count: 1 }, { count: 1, 'x/y~z': 1 }] }, '/many/1/x~1y~0z'],
      ['a text where an object belongs', { email: 'a@example.org', inner: 'x' }, '/inner'],
    ];
    it.each(invalid)('with %s is 400 and points to the field', async (_name, body, pointer) => {
      const response = await post(body);
      const problem = await read(response);
      expect([response.status, problem.code]).toEqual([400, 'platform.invalid-request']);
      expect(problem.errors?.map((error) => error.pointer)).toContain(pointer);
    });

    it.each(['[]', '"text"', '5', 'null', 'true'])('that is %s is 400', async (body) => {
      expect((await post(body)).status).toBe(400);
    });

    it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=latin1', 'multipart/form-data; boundary=x'])(
      'of type %s is 415',
      async (type) => {
        const response = await post('{}', { 'content-type': type });
        expect([response.status, (await read(response)).code]).toEqual([415, 'platform.unsupported-media-type']);
      },
    );

    it('with a content encoding is 415', async () => {
      expect((await post('{}', { 'content-encoding': 'gzip' })).status).toBe(415);
    });

    it('of more than 1 MiB is 413, announced or not', async () => {
      expect((await post(JSON.stringify({ name: 'x'.repeat(1024 * 1024) }))).status).toBe(413);
      const { port } = new URL(bench.url);
      const socket = createConnection({ port: Number(port), host: '127.0.0.1' });
      await once(socket, 'connect');
      socket.on('error', () => undefined);
      socket.write('POST /api/v1/edge HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n');
      for (let i = 0; i < 17; i++) socket.write(`10000\r\n${' '.repeat(65536)}\r\n`);
      const [first] = (await once(socket, 'data')) as [Buffer];
      expect(first.toString('latin1')).toMatch(/^HTTP\/1\.1 413 /);
      socket.destroy();
    });

    it('that breaks off leaves the server answering', async () => {
      const socket = createConnection({ port: (bench.app.getHttpServer().address() as AddressInfo).port, host: '127.0.0.1' });
      await once(socket, 'connect');
      socket.write('POST /api/v1/edge HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"em');
      socket.destroy();
      await once(socket, 'close');
      expect((await post({ email: 'a@example.org' })).status).toBe(201);
    });
  });

  describe('a query', () => {
    it('is converted where the DTO says so, with its defaults', async () => {
      expect(await read(await bench.request('/api/v1/edge/list'))).toMatchObject({ limit: 50 });
      expect(await read(await bench.request('/api/v1/edge/list?limit=200'))).toMatchObject({ limit: 200 });
    });

    it.each([
      'limit=0',
      'limit=201',
      'limit=5.5',
      'limit=0x10',
      'limit=',
      'limit=1e1',
      'limit=5&limit=6',
      'unknown=1',
      'cursor=%00',
      'cursor=nonsense',
      `cursor=${'a'.repeat(300)}`,
      `cursor=${Buffer.from('["x","y"]').toString('base64url')}`,
      `cursor=${Buffer.from('[1,2]').toString('base64url')}`,
      `cursor=${Buffer.from('["2026-01-01T00:00:00.000Z","a\'; drop"]').toString('base64url')}`,
    ])('with %s is 400', async (query) => {
      const response = await bench.request(`/api/v1/edge/list?${query}`);
      expect([response.status, (await read(response)).code]).toEqual([400, 'platform.invalid-request']);
    });
  });

  it('says nothing about an unexpected failure but its id', async () => {
    for (const path of ['/api/v1/edge/fail', '/api/v1/edge/teapot']) {
      const text = await (await bench.request(path)).text();
      expect(text).not.toContain(CANARY);
    }
    expect(await read(await bench.request('/api/v1/edge/fail'))).toMatchObject({ status: 500, code: 'platform.internal' });
  });

  it('sends Retry-After in whole seconds', async () => {
    const response = await bench.request('/api/v1/edge/limited');
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '13']);
  });

  it.each(['/api/v1/edge/item/%zz', '/api/v1/edge/item/%00', '/api/v1/edge/item/%c0%80'])(
    'answers the broken address %s with 400',
    async (path) => {
      expect((await bench.request(path)).status).toBe(400);
    },
  );

  it('sets the headers that every answer needs, and no others', async () => {
    const { headers } = await bench.request('/api/v1/edge/list');
    expect(
      Object.fromEntries(
        [
          'content-security-policy',
          'x-content-type-options',
          'referrer-policy',
          'cache-control',
          'x-frame-options',
          'strict-transport-security',
          'x-powered-by',
          'access-control-allow-origin',
        ].map((name) => [name, headers.get(name)]),
      ),
    ).toEqual({
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-frame-options': 'DENY',
      'strict-transport-security': null,
      'x-powered-by': null,
      'access-control-allow-origin': null,
    });
  });
});

describe('behind https', () => {
  it('asks browsers to stay there', async () => {
    const bench = await openHttpBench([EdgeController], { publicUrl: 'https://gateway.example' });
    expect((await bench.request('/api/v1/edge/list')).headers.get('strict-transport-security')).toBe('max-age=31536000');
    await bench.close();
  });
});
