import type { Call, Me, Member, Token, Workspace } from '@mcpnest/api-client';
import {
  callsOnceVisible,
  freshSlug,
  givenExposure,
  givenInstallation,
  givenMember,
  givenRoute,
  givenServer,
  givenToken,
  givenWorkspace,
  type Installation,
} from '../harness/given.js';
import { GatewayClient } from '../harness/gateway-client.js';
import type { Problem, RestClient, SendOptions } from '../harness/rest-client.js';
import { ADMIN } from '../harness/start-server.js';

describe('workspaces keep people, tokens and limits apart', () => {
  let installation: Installation;
  let operator: RestClient;

  beforeAll(async () => {
    installation = await givenInstallation();
    ({ operator } = installation);
    await givenServer(operator, 'builtin', { slug: 'demo' });
  }, 90_000);

  afterAll(() => installation?.server.remove(), 60_000);

  const clientOf = (workspace: string, token: string): GatewayClient =>
    new GatewayClient(`${installation.server.url}/api/gw/${workspace}`, token);

  describe('a workspace', () => {
    it('is made with a slug of its name, shows its URL and makes its creator the owner', async () => {
      const made = await operator.post<Workspace>('/workspaces', { name: 'Bücher & Co. GmbH' });
      expect(made).toMatchObject({
        name: 'Bücher & Co. GmbH',
        slug: expect.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/),
        role: 'owner',
        gatewayUrl: `${installation.server.url}/api/gw/${made.slug}`,
        limits: { ratePerSecond: 200, burst: 2000, concurrency: 256 },
        toolNameLengthMax: 46,
      });
      expect(await operator.get<Workspace>(`/workspaces/${made.slug}`)).toEqual(made);
    });

    it.each(['A', 'a', '-a', 'a--b', 'a-', 'a_b', 'ä-b', '../x', 'a'.repeat(41), ''])('cannot have the slug %j', async (slug) => {
      const { status, body } = await operator.send<Problem>('POST', '/workspaces', { body: { name: 'x', slug } });
      expect({ status, code: body.code, pointer: body.errors?.[0]?.pointer }).toEqual({
        status: 400,
        code: 'platform.invalid-request',
        pointer: '/slug',
      });
    });

    it('shares its slug with no other', async () => {
      const { slug } = await givenWorkspace(operator);
      expect(await operator.outcome('POST', '/workspaces', { body: { name: 'x', slug } })).toBe('409 workspaces.slug-taken');
      const other = await givenWorkspace(operator);
      expect(await operator.outcome('PATCH', `/workspaces/${other.slug}`, { body: { slug } })).toBe('409 workspaces.slug-taken');
    });

    it('is not overwritten by who read it before another changed it', async () => {
      const { slug } = await givenWorkspace(operator);
      const { headers } = await operator.send('GET', `/workspaces/${slug}`);
      const stale = { 'if-match': headers.get('etag') ?? '' };
      expect(await operator.outcome('PATCH', `/workspaces/${slug}`, { body: { name: 'First' }, headers: stale })).toBe('200');
      expect(await operator.outcome('PATCH', `/workspaces/${slug}`, { body: { name: 'Second' }, headers: stale })).toBe(
        '412 platform.stale-version',
      );
      expect((await operator.get<Workspace>(`/workspaces/${slug}`)).name).toBe('First');
    });

    it('answers under its new slug at once, and no longer under the old one', async () => {
      const { client, workspace, token } = await givenRoute(operator, ['builtin']);
      expect((await client.list()).status).toBe(200);
      const slug = freshSlug('moved');
      await operator.patch(`/workspaces/${workspace.slug}`, { slug });
      expect((await client.list()).status).toBe(401);
      expect((await clientOf(slug, token.token).list()).status).toBe(200);
    });

    it('ends with all its tokens at once, and its slug is free for others whom the old tokens do not open', async () => {
      const { client, workspace } = await givenRoute(operator, ['builtin']);
      await operator.delete(`/workspaces/${workspace.slug}`);
      expect((await client.list()).status).toBe(401);
      expect(await operator.outcome('GET', `/workspaces/${workspace.slug}`)).toBe('404 workspaces.not-found');
      await givenWorkspace(operator, workspace.slug);
      expect((await client.list()).status).toBe(401);
    });

    it('is listed page by page, each once', async () => {
      for (let made = 0; made < 5; made++) await givenWorkspace(operator);
      const seen: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: { data: Workspace[]; nextCursor: string | null } = await operator.get(
          `/workspaces?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`,
        );
        expect(page.data.length).toBeLessThanOrEqual(3);
        seen.push(...page.data.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.length).toBe((await operator.get<{ data: unknown[] }>('/workspaces?limit=200')).data.length);
    });

    it.each(['limit=0', 'limit=201', 'limit=x', 'limit=-1', 'cursor=made-up', 'limit=1&limit=2', 'unknown=1'])(
      'is not listed by %s',
      async (query) => {
        expect(await operator.outcome('GET', `/workspaces?${query}`)).toMatch(/^400 platform\.invalid-request/);
      },
    );
  });

  describe('a body that is not what the route takes', () => {
    it.each<[string, SendOptions, string]>([
      ['malformed JSON', { raw: '{"name":' }, '400 platform.malformed-json'],
      ['the same member twice', { raw: '{"name":"a","name":"b"}' }, '400 platform.malformed-json'],
      ['nesting past 64', { raw: `{"name":${'['.repeat(70)}${']'.repeat(70)}}` }, '400 platform.malformed-json'],
      ['__proto__', { raw: '{"name":"x","__proto__":{"operator":true}}' }, '400 platform.malformed-json'],
      ['a NUL', { raw: '{"name":"a\\u0000b"}' }, '400 platform.malformed-json'],
      ['an unknown member', { body: { name: 'x', owner: 'me' } }, '400 platform.invalid-request'],
      ['a wrong type', { body: { name: 42 } }, '400 platform.invalid-request'],
      ['a list', { body: [] }, '400 platform.invalid-request'],
      ['null for a name', { body: { name: null } }, '400 platform.invalid-request'],
      ['two lines', { body: { name: 'a\nb' } }, '400 platform.invalid-request'],
      ['more than a megabyte', { body: { name: 'x'.repeat(1024 * 1024) } }, '413 platform.body-too-large'],
      [
        'another content type',
        { raw: 'name=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
        '415 platform.unsupported-media-type',
      ],
    ])('%s is refused and stores nothing', async (_name, options, outcome) => {
      const before = (await operator.get<{ data: unknown[] }>('/workspaces?limit=200')).data.length;
      expect(await operator.outcome('POST', '/workspaces', options)).toBe(outcome);
      expect((await operator.get<{ data: unknown[] }>('/workspaces?limit=200')).data).toHaveLength(before);
    });

    it('is answered with each field that is wrong', async () => {
      const { body } = await operator.send<Problem>('POST', '/workspaces', { body: { name: '', slug: 'A', extra: 1 } });
      expect(new Set(body.errors?.map(({ pointer }) => pointer))).toEqual(new Set(['/extra', '/name', '/slug']));
    });
  });

  describe('members', () => {
    it('come in by a one-time link that names the workspace and the role', async () => {
      const { slug, name } = await givenWorkspace(operator);
      const email = `${freshSlug()}@example.com`;
      const invited = await operator.post<Member>(`/workspaces/${slug}/members`, { email, role: 'developer' });
      expect(invited).toMatchObject({ email, role: 'developer', state: 'invited', joinedAt: null });
      const code = new URL(invited.inviteUrl ?? 'missing:').hash.slice(1);
      expect(await operator.stranger.post('/auth/invites/read', { code })).toEqual({
        email,
        workspaceName: name,
        role: 'developer',
        knownPerson: false,
      });
      const accept = { body: { code, name: 'New', password: ADMIN.password } };
      expect(await operator.stranger.outcome('POST', '/auth/invites/accept', { body: { ...accept.body, password: 'short' } })).toBe(
        '400 auth.password-weak',
      );
      const answer = await operator.stranger.send<Me>('POST', '/auth/invites/accept', accept);
      expect(answer.body).toMatchObject({ email, operator: false, workspaces: [{ slug, role: 'developer' }] });
      expect(await operator.stranger.outcome('POST', '/auth/invites/accept', accept)).toBe('404 auth.invite-not-valid');
      expect(await operator.stranger.outcome('POST', '/auth/invites/read', { body: { code } })).toBe('404 auth.invite-not-valid');
      const { data } = await operator.get<{ data: Member[] }>(`/workspaces/${slug}/members`);
      expect(data.find((member) => member.email === email)).toMatchObject({ state: 'active', name: 'New', joinedAt: expect.any(String) });
      expect(JSON.stringify(data)).not.toContain(code);
    });

    it('who are known already prove it with their password, and keep it', async () => {
      const [first, second] = [await givenWorkspace(operator), await givenWorkspace(operator)];
      const { email } = await givenMember(operator, first.slug, 'developer');
      const { inviteUrl } = await operator.post<Member>(`/workspaces/${second.slug}/members`, { email, role: 'auditor' });
      const code = new URL(inviteUrl ?? 'missing:').hash.slice(1);
      expect(
        await operator.stranger.outcome('POST', '/auth/invites/accept', { body: { code, name: 'Thief', password: 'another password' } }),
      ).toBe('401 auth.credentials-wrong');
      const { status } = await operator.stranger.send('POST', '/auth/invites/accept', { body: { code, password: ADMIN.password } });
      expect(status).toBe(200);
      expect(
        (await (await operator.stranger.signIn(email, ADMIN.password)).get<Me>('/me')).workspaces.map(({ slug }) => slug).sort(),
      ).toEqual([first.slug, second.slug].sort());
    });

    it('who leave lose their tokens and their sight at once', async () => {
      const { slug } = await givenWorkspace(operator);
      await givenExposure(operator, slug, 'demo');
      const { client: developer, me } = await givenMember(operator, slug, 'developer');
      const { token } = await givenToken(developer, slug);
      expect((await clientOf(slug, token).list()).status).toBe(200);
      await operator.delete(`/workspaces/${slug}/members/${me.id}`);
      expect((await clientOf(slug, token).list()).status).toBe(401);
      expect(await developer.outcome('GET', `/workspaces/${slug}`)).toBe('404 workspaces.not-found');
    });

    it('always leave one owner behind', async () => {
      const { slug } = await givenWorkspace(operator);
      const { id } = await operator.get<Me>('/me');
      expect(await operator.outcome('DELETE', `/workspaces/${slug}/members/${id}`)).toBe('422 workspaces.last-owner');
      expect(await operator.outcome('PATCH', `/workspaces/${slug}/members/${id}`, { body: { role: 'auditor' } })).toBe(
        '422 workspaces.last-owner',
      );
    });

    it('whose role is changed may at once do what the new role may, and no more', async () => {
      const { slug } = await givenWorkspace(operator);
      const { client: member, me } = await givenMember(operator, slug, 'auditor');
      expect(await member.outcome('POST', `/workspaces/${slug}/tokens`, { body: { name: 'x' } })).toBe('403 auth.forbidden');
      expect(await operator.patch<Member>(`/workspaces/${slug}/members/${me.id}`, { role: 'developer' })).toMatchObject({
        role: 'developer',
      });
      expect(await member.outcome('POST', `/workspaces/${slug}/tokens`, { body: { name: 'x' } })).toBe('201');
      await operator.patch(`/workspaces/${slug}/members/${me.id}`, { role: 'auditor' });
      expect(await member.outcome('POST', `/workspaces/${slug}/tokens`, { body: { name: 'x' } })).toBe('403 auth.forbidden');
    });

    it('give nobody a role above their own', async () => {
      const { slug } = await givenWorkspace(operator);
      const { client: admin, me } = await givenMember(operator, slug, 'admin');
      expect(
        await admin.outcome('POST', `/workspaces/${slug}/members`, { body: { email: `${freshSlug()}@example.com`, role: 'owner' } }),
      ).toBe('403 workspaces.role-too-high');
      expect(await admin.outcome('PATCH', `/workspaces/${slug}/members/${me.id}`, { body: { role: 'owner' } })).toBe(
        '403 workspaces.role-too-high',
      );
      const { id: ownerId } = await operator.get<Me>('/me');
      expect(await admin.outcome('DELETE', `/workspaces/${slug}/members/${ownerId}`)).toMatch(/^(403|422) workspaces\./);
    });
  });

  describe('roles', () => {
    type Who = 'owner' | 'admin' | 'developer' | 'auditor' | 'operator' | 'stranger' | 'nobody';
    const people = {} as Record<Who, RestClient>;
    let slug: string;

    beforeAll(async () => {
      ({ slug } = await givenWorkspace(operator));
      await givenExposure(operator, slug, 'demo');
      const elsewhere = await givenWorkspace(operator);
      for (const role of ['owner', 'admin', 'developer', 'auditor'] as const)
        people[role] = (await givenMember(operator, slug, role)).client;
      people.stranger = (await givenMember(operator, elsewhere.slug, 'owner')).client;
      people.operator = operator;
      people.nobody = operator.stranger;
    }, 60_000);

    const EVERYBODY: readonly Who[] = ['owner', 'admin', 'developer', 'auditor', 'operator', 'stranger', 'nobody'];
    const MEMBERS: readonly Who[] = ['owner', 'admin', 'developer', 'auditor', 'operator'];
    const ADMINS: readonly Who[] = ['owner', 'admin', 'operator'];
    const OPERATOR: readonly Who[] = ['operator'];
    const SIGNED_IN: readonly Who[] = EVERYBODY.filter((who) => who !== 'nobody');
    /** Who is let in is told that the nonsense in the body is none of the route's; nothing is changed by asking. */
    const letIn = (body: unknown): number => (body === undefined ? 200 : 400);

    it.each<[Parameters<RestClient['send']>[0], string, unknown, readonly Who[]]>([
      ['GET', '', undefined, MEMBERS],
      ['PATCH', '', { nonsense: 1 }, ADMINS],
      ['GET', '/members', undefined, MEMBERS],
      ['POST', '/members', { nonsense: 1 }, ADMINS],
      ['GET', '/servers', undefined, MEMBERS],
      ['POST', '/servers', { nonsense: 1 }, ADMINS],
      ['PATCH', '/servers/demo', { nonsense: 1 }, ADMINS],
      ['POST', '/servers/demo/rollback', { nonsense: 1 }, ADMINS],
      ['GET', '/tools', undefined, MEMBERS],
      ['PATCH', '/tools/add', { nonsense: 1 }, ADMINS],
      ['GET', '/tokens', undefined, MEMBERS],
      ['POST', '/tokens', { nonsense: 1 }, ['owner', 'admin', 'developer', 'operator']],
      ['GET', '/calls', undefined, MEMBERS],
    ])(
      '%s /workspaces/{slug}%s is for those who may, 403 for the other members, 404 for strangers',
      async (method, path, body, allowed) => {
        for (const who of EVERYBODY) {
          const { status } = await people[who].send(method, `/workspaces/${slug}${path}`, { body });
          const refusal = who === 'nobody' ? 401 : who === 'stranger' ? 404 : 403;
          expect({ who, status }).toEqual({ who, status: allowed.includes(who) ? letIn(body) : refusal });
        }
      },
    );

    it.each<[Parameters<RestClient['send']>[0], string, unknown, readonly Who[]]>([
      ['GET', '/servers', undefined, SIGNED_IN],
      ['GET', '/servers/demo', undefined, SIGNED_IN],
      ['GET', '/servers/demo/versions', undefined, SIGNED_IN],
      ['POST', '/servers', { nonsense: 1 }, OPERATOR],
      ['PATCH', '/servers/demo', { nonsense: 1 }, OPERATOR],
      ['POST', '/servers/test', { nonsense: 1 }, OPERATOR],
      ['POST', '/servers/demo/versions', { nonsense: 1 }, OPERATOR],
      ['POST', '/servers/demo/versions/1/approve', { nonsense: 1 }, OPERATOR],
      ['PUT', '/servers/demo/credentials', { nonsense: 1 }, OPERATOR],
      ['GET', '/servers/demo/credentials', undefined, OPERATOR],
      ['POST', '/workspaces', { nonsense: 1 }, OPERATOR],
      ['GET', '/ledger', undefined, OPERATOR],
      ['GET', '/settings/egress', undefined, OPERATOR],
      ['PUT', '/settings/egress', { nonsense: 1 }, OPERATOR],
      ['GET', '/health', undefined, SIGNED_IN],
      ['GET', '/me', undefined, SIGNED_IN],
    ])('%s %s of the installation is for those who may', async (method, path, body, allowed) => {
      for (const who of EVERYBODY) {
        const { status } = await people[who].send(method, path, { body });
        expect({ who, status }).toEqual({ who, status: allowed.includes(who) ? letIn(body) : who === 'nobody' ? 401 : 403 });
      }
    });

    it('end the workspace for owners and operators alone', async () => {
      const own = await givenWorkspace(operator);
      const [admin, owner] = [await givenMember(operator, own.slug, 'admin'), await givenMember(operator, own.slug, 'owner')];
      expect(await admin.client.outcome('DELETE', `/workspaces/${own.slug}`)).toBe('403 auth.forbidden');
      expect(await people.stranger.outcome('DELETE', `/workspaces/${own.slug}`)).toBe('404 workspaces.not-found');
      expect(await owner.client.outcome('DELETE', `/workspaces/${own.slug}`)).toBe('204');
    });

    it('show a stranger the same 404 as for a workspace that is not there', async () => {
      const answers = await Promise.all(
        [slug, 'no-such-workspace'].map((each) => people.stranger.send<Problem>('GET', `/workspaces/${each}`)),
      );
      const [first, second] = answers.map(({ status, body: { instance: _instance, ...body } }) => ({ status, body }));
      expect(first).toEqual(second);
    });

    it('let a developer make, see and end tokens of their own, not of others', async () => {
      const foreign = await givenToken(people.owner, slug);
      const own = await givenToken(people.developer, slug);
      expect(await people.developer.outcome('POST', `/workspaces/${slug}/tokens/${foreign.id}/revoke`)).toBe('403 auth.forbidden');
      expect(await people.developer.outcome('POST', `/workspaces/${slug}/tokens/${foreign.id}/rotate`)).toBe('403 auth.forbidden');
      const { id } = await people.owner.get<Me>('/me');
      expect(await people.developer.outcome('POST', `/workspaces/${slug}/tokens`, { body: { name: 'x', owner: id } })).toBe(
        '403 auth.forbidden',
      );
      expect(await people.developer.outcome('POST', `/workspaces/${slug}/tokens/${own.id}/revoke`)).toBe('204');
      expect(await people.stranger.outcome('POST', `/workspaces/${slug}/tokens/${foreign.id}/revoke`)).toBe('404 workspaces.not-found');
    });

    it('let a developer see the calls of their own tokens alone, an auditor all', async () => {
      const [own, foreign] = [await givenToken(people.developer, slug), await givenToken(people.owner, slug)];
      await clientOf(slug, own.token).call('add', { a: 1, b: 1 });
      await clientOf(slug, foreign.token).call('add', { a: 2, b: 2 });
      const tokensSeen = (calls: readonly Call[]): string[] => calls.map(({ tokenId }) => tokenId);
      await callsOnceVisible(people.auditor, slug, (calls) =>
        expect(tokensSeen(calls)).toEqual(expect.arrayContaining([own.id, foreign.id])),
      );
      const { data } = await people.developer.get<{ data: Call[] }>(`/workspaces/${slug}/calls`);
      expect(tokensSeen(data)).toContain(own.id);
      expect(tokensSeen(data)).not.toContain(foreign.id);
    });
  });

  describe('tokens', () => {
    it('are shown once, in the shape that scanners know, and listed without themselves', async () => {
      const { slug } = await givenWorkspace(operator);
      const { token, ...shown } = await givenToken(operator, slug);
      expect(token).toMatch(/^mng_[0-9A-Za-z]{36}$/);
      const { data } = await operator.get<{ data: Token[] }>(`/workspaces/${slug}/tokens`);
      expect(data).toEqual([shown]);
      expect(shown).toMatchObject({ state: 'active', prefix: 'mng_', last4: token.slice(-4), tools: null });
      const days = (Date.parse(shown.expiresAt ?? '') - Date.parse(shown.createdAt)) / 86_400_000;
      expect(days).toBeCloseTo(90, 1);
      expect((await givenToken(operator, slug, { expiresAt: null })).expiresAt).toBeNull();
    });

    it('are refused at once when they are revoked', async () => {
      const { client, workspace, token } = await givenRoute(operator, ['builtin']);
      expect((await client.list()).status).toBe(200);
      await operator.post(`/workspaces/${workspace.slug}/tokens/${token.id}/revoke`);
      expect((await client.list()).json as unknown).toMatchObject({ status: 401, code: 'auth.token-revoked' });
      expect(await operator.outcome('POST', `/workspaces/${workspace.slug}/tokens/${token.id}/revoke`)).toBe(
        '409 workspaces.token-not-active',
      );
      expect(await operator.outcome('POST', `/workspaces/${workspace.slug}/tokens/${token.id}/rotate`)).toBe(
        '409 workspaces.token-not-active',
      );
    });

    it('that are rotated work until the new one is used', async () => {
      const { client, workspace, token } = await givenRoute(operator, ['builtin']);
      const next = await operator.post<{ id: string; token: string }>(`/workspaces/${workspace.slug}/tokens/${token.id}/rotate`);
      expect(next.id).not.toBe(token.id);
      expect((await client.list()).status).toBe(200);
      expect((await clientOf(workspace.slug, next.token).list()).status).toBe(200);
      expect((await client.list()).json as unknown).toMatchObject({ code: 'auth.token-revoked' });
      expect((await clientOf(workspace.slug, next.token).list()).status).toBe(200);
    });

    it('with an overlap both work for as long as it lasts', async () => {
      const { client, workspace, token } = await givenRoute(operator, ['builtin']);
      const next = await operator.post<{ id: string; token: string }>(`/workspaces/${workspace.slug}/tokens/${token.id}/rotate`, {
        overlapSeconds: 3_600,
      });
      expect((await clientOf(workspace.slug, next.token).list()).status).toBe(200);
      expect((await client.list()).status).toBe(200);
      const { data } = await operator.get<{ data: Token[] }>(`/workspaces/${workspace.slug}/tokens`);
      expect(data.find(({ id }) => id === token.id)).toMatchObject({ state: 'rotating', replacedBy: next.id });
    });

    it('limited to tools see and call those alone; the client is told no more than the record', async () => {
      const { workspace } = await givenRoute(operator, [{ url: 'builtin', wish: { slug: freshSlug('limited') } }]);
      const [{ server }] = (await operator.get<{ data: { server: { slug: string } }[] }>(`/workspaces/${workspace.slug}/servers`)).data as [
        { server: { slug: string } },
      ];
      // Tokens of the workspace's admins are told why; this one is a developer's.
      const { me } = await givenMember(operator, workspace.slug, 'developer');
      const { token, id } = await givenToken(operator, workspace.slug, { owner: me.id, tools: [`${server.slug}:add`, 'other:*'] });
      const limited = clientOf(workspace.slug, token);
      expect(await limited.toolNames()).toEqual(['add']);
      expect((await limited.call('add', { a: 1, b: 1 })).json.result).toBeDefined();
      const [hidden, unknown] = [await limited.call('echo', { message: 'x' }), await limited.call('nobody', {})];
      expect(hidden.json.error).toMatchObject({ code: -32602, data: { reason: 'gateway.tool-unknown' } });
      expect(hidden.text.replace('echo', 'nobody')).toBe(unknown.text);
      await callsOnceVisible(operator, workspace.slug, (calls) =>
        expect(calls.filter(({ tokenId }) => tokenId === id).map(({ toolName, status, outcome }) => [toolName, status, outcome])).toEqual([
          ['nobody', 404, 'denied'],
          ['echo', 403, 'denied'],
          ['add', 200, 'success'],
        ]),
      );
    });

    it('of one workspace cannot be touched through another', async () => {
      const [first, second] = [await givenWorkspace(operator), await givenWorkspace(operator)];
      const { id } = await givenToken(operator, first.slug);
      expect(await operator.outcome('POST', `/workspaces/${second.slug}/tokens/${id}/revoke`)).toBe('404 workspaces.token-not-found');
      expect(await operator.outcome('POST', `/workspaces/${second.slug}/tokens/${id}/rotate`)).toBe('404 workspaces.token-not-found');
    });

    it.each([
      { name: '' },
      { name: 'x', tools: [] },
      { name: 'x', tools: ['no-colon'] },
      { name: 'x', expiresAt: 'tomorrow' },
      { name: 'x', expiresAt: '2020-01-01T00:00:00Z' },
      { name: 'x', workspaceId: 'y' },
    ])('are not made from %j', async (body) => {
      const { slug } = await givenWorkspace(operator);
      expect(await operator.outcome('POST', `/workspaces/${slug}/tokens`, { body })).toMatch(/^400 /);
    });
  });

  describe('limits', () => {
    it('answer a token that calls too often with 429, when to come back, and leave others alone', async () => {
      const { client, workspace, token } = await givenRoute(operator, ['builtin']);
      const other = clientOf(workspace.slug, (await givenToken(operator, workspace.slug)).token);
      await client.list();
      await operator.patch(`/workspaces/${workspace.slug}`, { limits: { ratePerSecond: 1, burst: 3 } });
      const answers = [];
      // So many that some are refused however slowly they follow each other: one a second is allowed.
      for (let sent = 0; sent < 40; sent++) answers.push(await client.call('add', { a: 1, b: 1 }));
      const refused = answers.filter(({ status }) => status === 429);
      expect(refused.length).toBeGreaterThanOrEqual(4);
      for (const { headers, json } of refused) {
        expect(Number(headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
        expect(json).toMatchObject({ id: 1, error: { code: -32603, data: { reason: 'gateway.rate-limited' } } });
      }
      expect((await other.call('add', { a: 1, b: 1 })).status).toBe(200);
      await callsOnceVisible(operator, workspace.slug, (calls) =>
        expect(
          calls.filter(({ tokenId, status, outcome }) => tokenId === token.id && status === 429 && outcome === 'limited'),
        ).toHaveLength(refused.length),
      );
    });

    it('can be raised again, in force with the answer', async () => {
      const { client, workspace } = await givenRoute(operator, ['builtin']);
      await operator.patch(`/workspaces/${workspace.slug}`, { limits: { ratePerSecond: 1, burst: 1 } });
      while ((await client.call('add', { a: 1, b: 1 })).status !== 429);
      await operator.patch(`/workspaces/${workspace.slug}`, { limits: { ratePerSecond: 100_000, burst: 100_000 } });
      await client.list();
      expect((await client.call('add', { a: 1, b: 1 })).status).toBe(200);
    });
  });
});
