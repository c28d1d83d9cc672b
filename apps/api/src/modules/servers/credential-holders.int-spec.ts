import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFakeUpstream, type FakeUpstream } from '@mcpnest/testkit';
import { ServerDirectory } from './exposures/server-directory.service.js';
import { CredentialUse } from './lending/credential-use.service.js';
import { ReferenceWatch } from './lending/reference-watch.js';
import { CredentialLender } from './lending/credential-lender.js';
import { ForgetRetiredJob } from './credentials/forget-retired.job.js';
import { must, openServersBench, type ServersBench } from './testing/servers-bench.js';

const VALUE = { first: 'first-value-000001', second: 'second-value-00002', team: 'value-of-the-team-3', own: 'value-of-dora-0004' };

const VARIABLES = { MCPNEST_CREDENTIAL_TEST_ONE: VALUE.team };

describe('whose credentials are lent', () => {
  let bench: ServersBench;
  let upstream: FakeUpstream;
  let folder: string;
  const call: ServersBench['call'] = (...request) => bench.call(...request);
  const routeOf = async (workspace: string, slug: string) =>
    (await bench.app.get(ServerDirectory).exposureRoutes()).get(`ws_${workspace}`)!.find(({ target }) => target.serverSlug === slug)!;
  const create = async (slug: string, transport: object, credentials?: Record<string, string>) => {
    const body = { slug, name: slug, transport: { type: 'streamable-http', url: upstream.url, ...transport }, credentials };
    must(201, await call('root', 'POST', '/servers', body));
    for (const [person, workspace] of [
      ['alice', 'acme'],
      ['bob', 'globex'],
    ] as const)
      must(201, await call(person, 'POST', `/workspaces/${workspace}/servers`, { server: slug }));
  };
  const KEYED = { headers: [{ name: 'X-Api-Key', secret: true }] };

  beforeAll(async () => {
    upstream = await startFakeUpstream();
    const root = await mkdtemp(join(tmpdir(), 'mcpnest-credentials-'));
    folder = join(root, 'allowed');
    await mkdir(folder);
    bench = await openServersBench({
      masterKey: randomBytes(32),
      allow: [`127.0.0.1:${upstream.port}`],
      credentialFiles: folder,
      credentialVariables: VARIABLES,
    });
    await bench.database.owner.query(`
      INSERT INTO users (id, email, name, password_hash, state, created_at)
      SELECT 'usr_' || name, name || '@test', name, 'x', 'active', now() FROM unnest(ARRAY['alice', 'dora', 'bob']) name;
      INSERT INTO workspace_members (workspace_id, user_id, role, created_at)
      VALUES ('ws_acme', 'usr_alice', 'admin', now()), ('ws_acme', 'usr_dora', 'developer', now()), ('ws_globex', 'usr_bob', 'owner', now())`);
  });
  afterAll(async () => {
    await bench.close();
    await upstream.close();
    await rm(join(folder, '..'), { recursive: true, force: true });
  });

  describe('of a server with one slot', () => {
    beforeAll(() => create('keyed', KEYED, { 'X-Api-Key': VALUE.first }));

    it('are everybody’s first, the workspace’s before those, and the person’s own before all', async () => {
      const before = await routeOf('globex', 'keyed');
      expect((await routeOf('acme', 'keyed')).target.key).toBe(before.target.key);
      must(200, await call('alice', 'PUT', '/workspaces/acme/servers/keyed/credentials', { values: { 'x-api-key': VALUE.team } }));
      must(200, await call('dora', 'PUT', '/workspaces/acme/servers/keyed/my-credentials', { values: { 'X-Api-Key': VALUE.own } }));
      const acme = await routeOf('acme', 'keyed');
      expect(acme.target.headers).toEqual({ 'x-api-key': VALUE.team });
      expect([...acme.personal!.keys()]).toEqual(['usr_dora']);
      const own = acme.personal!.get('usr_dora')!;
      expect(own.headers).toEqual({ 'x-api-key': VALUE.own });
      const globex = await routeOf('globex', 'keyed');
      expect(globex.target.headers).toEqual({ 'x-api-key': VALUE.first });
      expect(globex.personal).toBeUndefined();
      expect(new Set([acme.target.key, own.key, globex.target.key]).size).toBe(3);
    });

    it('are shown to their holder alone, and never their value', async () => {
      const own = must(200, await call('dora', 'GET', '/workspaces/acme/servers/keyed/my-credentials'));
      expect(own.body.data).toMatchObject([{ name: 'X-Api-Key', set: true, last4: '0004', version: 1, setBy: 'dora' }]);
      expect(own.text).not.toContain(VALUE.own);
      expect(must(200, await call('alice', 'GET', '/workspaces/acme/servers/keyed/my-credentials')).body.data).toMatchObject([
        { set: false },
      ]);
      must(403, await call('dora', 'GET', '/workspaces/acme/servers/keyed/credentials'));
      must(403, await call('audra', 'GET', '/workspaces/acme/servers/keyed/my-credentials'));
      must(404, await call('bob', 'GET', '/workspaces/acme/servers/keyed/my-credentials'));
    });

    it('of a member go with the membership', async () => {
      must(200, await call('alice', 'PUT', '/workspaces/acme/servers/keyed/my-credentials', { values: { 'X-Api-Key': VALUE.second } }));
      expect((await routeOf('acme', 'keyed')).personal!.has('usr_alice')).toBe(true);
      await bench.database.owner.query(`DELETE FROM workspace_members WHERE user_id = 'usr_alice'`);
      expect((await routeOf('acme', 'keyed')).personal!.has('usr_alice')).toBe(false);
    });

    it('fall back when an override is removed', async () => {
      must(204, await call('alice', 'DELETE', '/workspaces/acme/servers/keyed/credentials'));
      must(204, await call('dora', 'DELETE', '/workspaces/acme/servers/keyed/my-credentials?name=X-Api-Key'));
      const acme = await routeOf('acme', 'keyed');
      expect(acme.target.headers).toEqual({ 'x-api-key': VALUE.first });
      expect(acme.personal).toBeUndefined();
    });
  });

  describe('with versions', () => {
    beforeAll(() => create('versioned', KEYED, { 'X-Api-Key': VALUE.first }));
    const history = async () => must(200, await call('root', 'GET', '/servers/versioned/credentials/history')).body.data;

    it('are tried before they are set, and the trial stores nothing', async () => {
      upstream.misbehave('server/discover', ({ request, response, behave }) =>
        request.headers['x-api-key'] === 'wrong-value-00000' ? void response.writeHead(401).end() : behave(),
      );
      const test = (value: string) => call('root', 'POST', '/servers/versioned/credentials/test', { values: { 'X-Api-Key': value } });
      expect(must(200, await test(VALUE.second)).body).toMatchObject({ ok: true });
      const refused = must(200, await test('wrong-value-00000')).body;
      expect(refused.stages.at(-1)).toMatchObject({ ok: false, reason: 'gateway.upstream-login-needed' });
      upstream.misbehave('server/discover', undefined);
      expect((await routeOf('acme', 'versioned')).target.headers).toEqual({ 'x-api-key': VALUE.first });
      expect(await history()).toEqual([]);
    });

    it('are counted, and the one before can be restored', async () => {
      const set = must(200, await call('root', 'PUT', '/servers/versioned/credentials', { values: { 'X-Api-Key': VALUE.second } })).body
        .data;
      expect(set).toMatchObject([{ version: 2, last4: '0002' }]);
      const [former] = await history();
      expect(former).toMatchObject({ version: 1, last4: '0001', setBy: 'root', retiredBy: 'root', why: 'replaced', restorable: true });
      const restored = must(200, await call('root', 'POST', `/servers/versioned/credentials/history/${former.id}/restore`)).body.data;
      expect(restored).toMatchObject([{ version: 3, last4: '0001' }]);
      expect((await routeOf('acme', 'versioned')).target.headers).toEqual({ 'x-api-key': VALUE.first });
      must(404, await call('root', 'POST', '/servers/keyed/credentials/history/cred_unknown/restore'));
    });

    it.each([
      ['a workspace', 'alice', 'credentials'],
      ['a member', 'dora', 'my-credentials'],
    ])('of %s are shown and restored for their holder alone', async (_, person, place) => {
      const path = `/workspaces/acme/servers/versioned/${place}`;
      for (const value of [VALUE.team, VALUE.own]) must(200, await call(person, 'PUT', path, { values: { 'X-Api-Key': value } }));
      const [former, ...others] = must(200, await call(person, 'GET', `${path}/history`)).body.data;
      expect([former, others]).toEqual([expect.objectContaining({ version: 1, last4: VALUE.team.slice(-4), setBy: person }), []]);
      must(404, await call('root', 'POST', `/servers/versioned/credentials/history/${former.id}/restore`));
      const elsewhere = place === 'credentials' ? 'my-credentials' : 'credentials';
      must(404, await call('alice', 'POST', `/workspaces/acme/servers/versioned/${elsewhere}/history/${former.id}/restore`));
      expect(must(200, await call(person, 'POST', `${path}/history/${former.id}/restore`)).body.data).toMatchObject([
        { version: 3, last4: VALUE.team.slice(-4) },
      ]);
      must(204, await call(person, 'DELETE', path));
    });

    it('that were removed, or replaced long ago, are gone', async () => {
      must(204, await call('root', 'DELETE', '/servers/versioned/credentials'));
      const [removed, replaced] = await history();
      expect(removed).toMatchObject({ why: 'removed', restorable: false });
      expect(must(409, await call('root', 'POST', `/servers/versioned/credentials/history/${removed.id}/restore`)).body).toMatchObject({
        code: 'servers.credential-version-gone',
      });
      expect(replaced).toMatchObject({ restorable: true });
      await bench.database.owner.query(`UPDATE retired_credentials SET retired_at = now() - interval '8 days' WHERE id = $1`, [
        replaced.id,
      ]);
      await bench.app.get(ForgetRetiredJob).round();
      expect((await history()).find(({ id }: { id: string }) => id === replaced.id)).toMatchObject({ restorable: false });
      expect(await bench.database.owner.query(`SELECT sealed FROM retired_credentials WHERE id = $1`, [replaced.id])).toEqual([
        { sealed: null },
      ]);
    });

    it('tell when the server last let them pass, and when it refused them', async () => {
      must(200, await call('root', 'PUT', '/servers/versioned/credentials', { values: { 'X-Api-Key': VALUE.second } }));
      const use = bench.app.get(CredentialUse);
      const ids = use.carriedTo((await routeOf('acme', 'versioned')).target.key);
      expect(ids).toHaveLength(1);
      use.noteSuccess(ids);
      use.noteFailure(ids, 'gateway.upstream-login-needed');
      await use.flush();
      expect(must(200, await call('root', 'GET', '/servers/versioned/credentials')).body.data).toMatchObject([
        { lastSuccessAt: expect.any(String), lastFailureAt: expect.any(String), lastFailureReason: 'gateway.upstream-login-needed' },
      ]);
    });
  });

  describe('of the kinds', () => {
    it('bearer and basic become Authorization', async () => {
      await create('bearer', { auth: { type: 'bearer' } }, { 'auth:token': 'tok-123456789012' });
      expect((await routeOf('acme', 'bearer')).target.headers).toEqual({ authorization: 'Bearer tok-123456789012' });
      await create('basic', { auth: { type: 'basic' } }, { 'auth:username': 'nest' });
      expect((await routeOf('acme', 'basic')).target.missingCredentials).toEqual(['auth:password']);
      must(200, await call('root', 'PUT', '/servers/basic/credentials', { values: { 'auth:password': 'pass:word-1234567' } }));
      const sent = Buffer.from('nest:pass:word-1234567').toString('base64');
      expect((await routeOf('acme', 'basic')).target.headers).toEqual({ authorization: `Basic ${sent}` });
      expect(upstream.messages('tools/list').at(-1)?.headers['authorization']).toBe(`Basic ${sent}`);
      expect(must(200, await call('root', 'GET', '/servers/basic')).body.latestVersion.transport).toMatchObject({
        auth: { type: 'basic' },
      });
    });

    it('say what does not fit', async () => {
      must(400, await call('root', 'PUT', '/servers/basic/credentials', { values: { 'auth:username': 'a:b' } }));
      const both = { auth: { type: 'bearer' }, headers: [{ name: 'authorization', secret: true }] };
      const transport = { type: 'streamable-http', url: upstream.url, ...both };
      expect(must(400, await call('root', 'POST', '/servers/test', { transport })).body).toMatchObject({
        code: 'servers.transport-invalid',
        errors: [{ pointer: '/transport/auth' }],
      });
      must(400, await call('root', 'POST', '/servers/test', { transport: { ...transport, headers: [], auth: { type: 'magic' } } }));
    });
  });

  describe('that are references', () => {
    const refer = (reference: string) => call('root', 'PUT', '/servers/referring/credentials', { references: { 'X-Api-Key': reference } });
    const sent = async () => (await routeOf('acme', 'referring')).target;
    beforeAll(() => create('referring', KEYED));

    it('are read from files of the allowed folder, and read again when those change', async () => {
      const file = join(folder, 'key');
      await writeFile(file, `${VALUE.first}\n`);
      const { data } = must(200, await refer(`file:${file}`)).body;
      expect(data).toMatchObject([{ set: true, reference: `file:${file}`, last4: null }]);
      const before = await sent();
      expect(before.headers).toEqual({ 'x-api-key': VALUE.first });
      expect(await bench.app.get(CredentialLender).hasNewReferencedValues()).toBe(false);
      await writeFile(file, VALUE.second);
      expect(await bench.app.get(CredentialLender).hasNewReferencedValues()).toBe(true);
      await bench.app.get(ReferenceWatch).look();
      const after = await sent();
      expect(after.headers).toEqual({ 'x-api-key': VALUE.second });
      expect(after.key).not.toBe(before.key);
    });

    it('reach nothing outside of it, not by dots and not by links', async () => {
      const outside = join(folder, '..', 'outside');
      await writeFile(outside, VALUE.own);
      await symlink(outside, join(folder, 'link'));
      for (const path of [outside, `${folder}/../outside`, join(folder, 'link'), folder, '/proc/self/environ', join(folder, 'absent')]) {
        must(200, await refer(`file:${path}`));
        expect(await sent()).toMatchObject({ headers: {}, missingCredentials: ['X-Api-Key'] });
      }
      expect(bench.logged.join('\n')).not.toContain(VALUE.own);
    });

    it('read variables with the prefix and no other', async () => {
      must(200, await refer('env:MCPNEST_CREDENTIAL_TEST_ONE'));
      expect((await sent()).headers).toEqual({ 'x-api-key': VALUE.team });
      must(200, await refer('env:MCPNEST_CREDENTIAL_ABSENT'));
      expect((await sent()).missingCredentials).toEqual(['X-Api-Key']);
      for (const wrong of ['env:MCPNEST_MASTER_KEY', 'env:PATH', 'env:MCPNEST_CREDENTIAL_', 'http://x', 'file:relative', 'plain']) {
        expect(must(422, await refer(wrong)).body).toMatchObject({ code: 'servers.reference-refused' });
      }
    });

    it('are for operators alone: elsewhere the same text is a plain value', async () => {
      const reference = { references: { 'X-Api-Key': 'env:MCPNEST_CREDENTIAL_TEST_ONE' } };
      must(400, await call('dora', 'PUT', '/workspaces/acme/servers/referring/my-credentials', reference));
      must(200, await call('dora', 'PUT', '/workspaces/acme/servers/referring/my-credentials', { values: { 'X-Api-Key': 'env:PATH' } }));
      expect((await routeOf('acme', 'referring')).personal!.get('usr_dora')!.headers).toEqual({ 'x-api-key': 'env:PATH' });
    });
  });
});
