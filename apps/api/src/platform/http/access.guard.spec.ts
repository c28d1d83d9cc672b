import { Controller, Delete, Get, Patch, Post, Put } from '@nestjs/common';
import { CurrentCtx, CurrentWorkspace } from './current.js';
import { Public, RequireInstallationPermission, RequirePermission, SignedIn } from './access.js';
import type { Ctx, WorkspaceCtx } from '../context/ctx.js';
import { openHttpBench, type HttpBench } from './testing/http-bench.js';

@Controller('things')
class ThingsController {
  @Public() @Get('public') public() {
    return { ok: true };
  }
  @Public() @Post('public') publicChange() {
    return { ok: true };
  }
  @SignedIn() @Get('mine') mine(@CurrentCtx() ctx: Ctx) {
    return { actor: ctx.actor, requestId: ctx.requestId };
  }
  @SignedIn() @Post('mine') changePost() {
    return {};
  }
  @SignedIn() @Put('mine') changePut() {
    return {};
  }
  @SignedIn() @Patch('mine') changePatch() {
    return {};
  }
  @SignedIn() @Delete('mine') changeDelete() {
    return {};
  }
  @RequireInstallationPermission('settings:write') @Get('settings') settings() {
    return {};
  }
}

@Controller('workspaces/:slug/things')
class WorkspaceThingsController {
  @RequirePermission('tokens:write') @Get() list(@CurrentWorkspace() ctx: WorkspaceCtx) {
    return { workspaceId: ctx.workspaceId };
  }
}

@Controller('forgotten')
class ForgottenController {
  @Get() reveal() {
    return { secret: 'unlocked' };
  }
}

const problem = async (response: Response): Promise<Record<string, unknown>> => (await response.json()) as Record<string, unknown>;
const asCookie = (name: string) => ({ cookie: `mcpnest=${name}` });
const asKey = (name: string) => ({ authorization: `Bearer mna_${name}` });

describe('the default-deny guard', () => {
  let bench: HttpBench;
  beforeAll(async () => {
    bench = await openHttpBench([ThingsController, WorkspaceThingsController]);
  });
  afterAll(() => bench.close());

  it('lets nobody in without proof, and says so with a challenge', async () => {
    const response = await bench.request('/api/v1/things/mine');
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(await problem(response)).toMatchObject({ code: 'auth.not-signed-in', status: 401 });
  });

  it('names the actor and the request to the handler', async () => {
    const response = await bench.request('/api/v1/things/mine', { headers: asCookie('dora') });
    expect(await problem(response)).toMatchObject({ actor: { id: 'dora' }, requestId: response.headers.get('x-request-id') });
  });

  it('never falls back to the cookie when a bearer is wrong', async () => {
    const response = await bench.request('/api/v1/things/mine', { headers: { ...asCookie('dora'), authorization: 'Bearer nonsense' } });
    expect([response.status, (await problem(response))['code']]).toEqual([401, 'auth.api-key-not-valid']);
  });

  it.each(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'])('holds for %s, with and without a trailing slash', async (method) => {
    for (const path of [
      '/api/v1/things/mine',
      '/api/v1/things/mine/',
      '/api/v1/THINGS/mine',
      '/api/v1/things//mine',
      '/api/v1/things/%6dine',
    ]) {
      expect((await bench.request(path, { method })).status).toBeGreaterThanOrEqual(401);
    }
  });

  it.each(['OPTIONS', 'PROPFIND', 'LOCK'])('answers the method %s with 405', async (method) => {
    const response = await bench.request('/api/v1/things/mine', { method, headers: asCookie('dora') });
    expect([response.status, (await problem(response))['code']]).toEqual([405, 'platform.method-not-allowed']);
    expect(response.headers.get('allow')).toBe('DELETE, GET, HEAD, PATCH, POST, PUT');
  });

  it('answers a known address with another method with 405, an unknown one with 404', async () => {
    const known = await bench.request('/api/v1/things/settings', { method: 'DELETE', headers: asKey('root') });
    expect([known.status, known.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    const unknown = await bench.request('/api/v1/nothing', { method: 'DELETE', headers: asKey('root') });
    expect([unknown.status, (await problem(unknown))['code']]).toEqual([404, 'platform.not-found']);
  });

  it('tells who lacks a permission of the installation which one, and whom to ask', async () => {
    expect((await bench.request('/api/v1/things/settings', { headers: asCookie('root') })).status).toBe(200);
    const response = await bench.request('/api/v1/things/settings', { headers: asCookie('dora') });
    const body = await problem(response);
    expect([response.status, body['code']]).toEqual([403, 'auth.forbidden']);
    expect(body['detail']).toMatch(/settings:write.*operators/);
  });

  describe('in workspaces', () => {
    it('binds the context to the workspace of the path', async () => {
      expect(await problem(await bench.request('/api/v1/workspaces/acme/things', { headers: asCookie('olga') }))).toEqual({
        workspaceId: 'ws_acme',
      });
    });

    it('answers a foreign workspace exactly as one that does not exist', async () => {
      const bodies = await Promise.all(
        [
          ['eve', 'acme'],
          ['olga', 'nowhere'],
        ].map(async ([who, slug]) => {
          const response = await bench.request(`/api/v1/workspaces/${slug}/things`, { headers: asCookie(who!) });
          const { instance, ...rest } = await problem(response);
          return { status: response.status, hasInstance: typeof instance === 'string', rest };
        }),
      );
      expect(bodies[0]).toEqual(bodies[1]);
      expect(bodies[0]).toMatchObject({ status: 404, rest: { code: 'workspaces.not-found' } });
    });

    it('tells a member which permission is missing and which roles have it', async () => {
      const response = await bench.request('/api/v1/workspaces/acme/things', { headers: asKey('dora') });
      const body = await problem(response);
      expect(response.status).toBe(403);
      expect(body['detail']).toMatch(/tokens:write.*owner, admin.*API key/);
    });
  });

  describe('on requests from other sites', () => {
    const json = { 'content-type': 'application/json' };
    const cases: [string, Record<string, string>, number][] = [
      ['a script with a cookie', { ...asCookie('dora'), ...json }, 201],
      ['the same site by Sec-Fetch-Site', { ...asCookie('dora'), ...json, 'sec-fetch-site': 'same-origin' }, 201],
      ['the public address by Origin', { ...asCookie('dora'), ...json, origin: 'http://gateway.example' }, 201],
      ['another site by Sec-Fetch-Site', { ...asCookie('dora'), ...json, 'sec-fetch-site': 'cross-site' }, 403],
      ['a sibling site by Sec-Fetch-Site', { ...asCookie('dora'), ...json, 'sec-fetch-site': 'same-site' }, 403],
      ['another Origin', { ...asCookie('dora'), ...json, origin: 'http://evil.example' }, 403],
      ['another port of the same host', { ...asCookie('dora'), ...json, origin: 'http://gateway.example:81' }, 403],
      ['another scheme of the same host', { ...asCookie('dora'), ...json, origin: 'https://gateway.example' }, 403],
      ['an opaque Origin', { ...asCookie('dora'), ...json, origin: 'null' }, 403],
      [
        'a good Origin with a bad Sec-Fetch-Site',
        { ...asCookie('dora'), ...json, origin: 'http://gateway.example', 'sec-fetch-site': 'cross-site' },
        403,
      ],
      ['a cookie without a content type', asCookie('dora'), 415],
      ['a cookie with a form', { ...asCookie('dora'), 'content-type': 'application/x-www-form-urlencoded' }, 415],
      ['a cookie with plain text', { ...asCookie('dora'), 'content-type': 'text/plain' }, 415],
      ['an API key from anywhere', { ...asKey('dora'), origin: 'http://evil.example' }, 201],
    ];
    it.each(cases)('%s', async (_name, headers, status) => {
      expect((await bench.request('/api/v1/things/mine', { method: 'POST', headers })).status).toBe(status);
    });

    it('takes its own address as the same site', async () => {
      const response = await bench.request('/api/v1/things/mine', {
        method: 'POST',
        headers: { ...asCookie('dora'), ...json, origin: bench.url },
      });
      expect(response.status).toBe(201);
    });

    it('guards changes on public routes too, whatever Authorization says', async () => {
      const headers = { origin: 'http://evil.example', authorization: 'Bearer mna_dora' };
      expect((await bench.request('/api/v1/things/public', { method: 'POST', headers })).status).toBe(403);
      expect((await bench.request('/api/v1/things/public', { headers })).status).toBe(200);
    });
  });
});

describe('a route without an access rule', () => {
  it('keeps the process from starting, by name', async () => {
    await expect(openHttpBench([ThingsController, ForgottenController])).rejects.toThrow(/GET \/forgotten \(ForgottenController\.reveal\)/);
  });
});
