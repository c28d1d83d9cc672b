import { startFakeUpstream, type FakeUpstream } from '@mcpnest/testkit';
import { ServerDirectory } from './index.js';
import { must, openServersBench, type ServersBench } from './testing/servers-bench.js';
import { ToolSettingsService } from './tool-settings/tool-settings.service.js';

const OBJECT = { type: 'object' };

describe('moving from one version to another', () => {
  let bench: ServersBench;
  let old: FakeUpstream;
  let next: FakeUpstream;
  const http = (url: string, headers: object[] = []) => ({ type: 'streamable-http', url, headers });
  const slugs = async () =>
    ((await bench.app.get(ServerDirectory).exposureRoutes()).get('ws_acme') ?? []).map(({ target }) => [target.serverSlug, target.version]);

  beforeAll(async () => {
    old = await startFakeUpstream({
      tools: [
        { name: 'same', inputSchema: OBJECT },
        { name: 'find', description: 'Finds', inputSchema: OBJECT },
        { name: 'gone', inputSchema: OBJECT },
      ],
    });
    next = await startFakeUpstream({
      tools: [
        { name: 'added', inputSchema: OBJECT },
        { name: 'find', description: 'Finds, and deletes', inputSchema: OBJECT },
        { inputSchema: OBJECT, name: 'same' },
      ],
      prompts: [{ name: 'greet' }],
      instructions: 'Be careful.',
    });
    bench = await openServersBench({ allow: [`127.0.0.1:${old.port}`, `127.0.0.1:${next.port}`] });
    const plain = { name: 'X-Team', secret: false, value: 'a' };
    must(201, await bench.call('root', 'POST', '/servers', { slug: 'crm', name: 'CRM', transport: http(old.url, [plain]) }));
    const secret = { name: 'X-Key', secret: true };
    must(
      201,
      await bench.call('root', 'POST', '/servers/crm/versions', {
        transport: http(next.url, [secret]),
        credentials: { 'X-Key': 'k-of-the-test' },
      }),
    );
    must(201, await bench.call('alice', 'POST', '/workspaces/acme/servers', { server: 'crm', version: 1, toolPrefix: 'crm_' }));
  }, 60_000);
  afterAll(async () => {
    await bench?.close();
    await Promise.all([old.close(), next.close()]);
  });

  it('shows everything that differs before it is done', async () => {
    const { body } = must(200, await bench.call('dora', 'GET', '/servers/crm/versions/1/diff/2'));
    expect(body).toMatchObject({
      from: { number: 1, state: 'approved', listed: true },
      to: { number: 2, state: 'approved', listed: true },
      credentials: { gained: ['X-Key'], lost: [], unset: [] },
      transport: [
        { field: 'address', name: null, from: old.url, to: next.url },
        { field: 'header', name: 'X-Team', from: 'a', to: null },
        { field: 'header', name: 'X-Key', from: null, to: '(secret)' },
      ],
      unchanged: 1,
    });
    const changes = body.definitions.map(({ kind, key, change }: Record<string, string>) => [kind, key, change]);
    expect(changes).toEqual([
      ['instructions', '', 'added'],
      ['tools', 'gone', 'removed'],
      ['tools', 'added', 'added'],
      ['tools', 'find', 'changed'],
      ['prompts', 'greet', 'added'],
    ]);
    expect(JSON.parse(body.definitions[0].to.text)).toBe('Be careful.');
    const find = body.definitions[3];
    expect([JSON.parse(find.from.text).description, JSON.parse(find.to.text).description]).toEqual(['Finds', 'Finds, and deletes']);
    expect(find.from.hash).not.toBe(find.to.hash);
    expect(must(200, await bench.call('dora', 'GET', '/servers/crm/versions/2/diff/2')).body).toMatchObject({
      transport: [],
      definitions: [],
      unchanged: 5,
    });
  });

  it('tells which credentials are missing, and that nothing is known of a server that never answered', async () => {
    const other = { name: 'X-Other', secret: true };
    must(201, await bench.call('root', 'POST', '/servers/crm/versions', { transport: http(next.url, [other]) }));
    expect(must(200, await bench.call('dora', 'GET', '/servers/crm/versions/2/diff/3')).body).toMatchObject({
      to: { number: 3, listed: false },
      credentials: { gained: ['X-Other'], lost: ['X-Key'], unset: ['X-Other'] },
    });
  });

  it('compares only versions that exist', async () => {
    for (const path of ['crm/versions/1/diff/9', 'crm/versions/0/diff/1', 'crm/versions/x/diff/1'])
      expect(must(404, await bench.call('dora', 'GET', `/servers/${path}`)).body.code).toBe('servers.version-not-found');
    expect(must(404, await bench.call('dora', 'GET', '/servers/none/versions/1/diff/2')).body.code).toBe('servers.not-found');
  });

  it('keeps tool settings, aliases, prefix and place, there and back', async () => {
    const { body } = must(200, await bench.call('alice', 'GET', '/workspaces/acme/servers'));
    const serverId = body.data[0].server.id as string;
    const [{ id }] = await bench.database.owner.query('SELECT id FROM gateway_workspace_servers WHERE server_id = $1', [serverId]);
    const acme = {
      actor: { kind: 'user', id: 'usr_alice', name: 'alice', operator: false },
      requestId: 'r',
      workspaceId: 'ws_acme',
    } as never;
    const tool = { exposure: { id, serverId, serverSlug: 'crm' }, toolName: 'find' };
    await bench.app.get(ToolSettingsService).patch(acme, tool, { enabled: false, alias: 'look' });
    const kept = async () => {
      const [route] = (await bench.app.get(ServerDirectory).exposureRoutes()).get('ws_acme') ?? [];
      return [route?.target.version, route?.toolPrefix, route?.position, route?.toolSettings.get('find')];
    };
    const setting = { enabled: false, alias: 'look', description: null };
    const [, , place] = await kept();
    must(200, await bench.call('alice', 'PATCH', '/workspaces/acme/servers/crm', { version: 2 }));
    expect(await kept()).toMatchObject([2, 'crm_', place, setting]);
    const { etag } = must(200, await bench.call('alice', 'POST', '/workspaces/acme/servers/crm/rollback', { version: 1 }));
    expect(await kept()).toMatchObject([1, 'crm_', place, setting]);
    expect((await bench.facts()).at(-1)).toMatchObject({ event: 'servers.exposure-rolled-back', facts: { slug: 'crm', from: 2, to: 1 } });
    must(
      412,
      await bench.call(
        'alice',
        'POST',
        '/workspaces/acme/servers/crm/rollback',
        { version: 2 },
        { 'if-match': `"${Number(etag?.slice(1, -1)) - 1}"` },
      ),
    );
  });

  it('ends at once where a version is quarantined, and begins again when it is approved', async () => {
    expect(await slugs()).toEqual([['crm', 1]]);
    must(403, await bench.call('alice', 'POST', '/servers/crm/versions/1/quarantine', {}));
    const { body } = must(200, await bench.call('root', 'POST', '/servers/crm/versions/1/quarantine', { note: 'odd calls' }));
    expect(body.state).toBe('quarantined');
    expect(await slugs()).toEqual([]);
    expect((await bench.facts()).at(-1)).toMatchObject({
      event: 'servers.version-state-changed',
      facts: { number: 1, from: 'approved', to: 'quarantined', note: 'odd calls' },
    });
    const [exposure] = must(200, await bench.call('dora', 'GET', '/workspaces/acme/servers')).body.data;
    expect(exposure).toMatchObject({
      version: 1,
      versionState: 'quarantined',
      latestApproved: 3,
      health: { state: 'failing', reason: 'servers.version-out-of-service' },
    });
    expect(must(422, await bench.call('alice', 'POST', '/workspaces/acme/servers/crm/rollback', { version: 1 })).body.code).toBe(
      'servers.version-not-approved',
    );
    must(409, await bench.call('root', 'POST', '/servers/crm/versions/1/quarantine', {}));
    must(200, await bench.call('root', 'POST', '/servers/crm/versions/1/approve', { note: 'was fine' }));
    expect(await slugs()).toEqual([['crm', 1]]);
  });

  it('has one winner where an upgrade and a quarantine of the same version meet', async () => {
    await Promise.all([
      bench.call('alice', 'PATCH', '/workspaces/acme/servers/crm', { version: 2 }),
      bench.call('root', 'POST', '/servers/crm/versions/2/quarantine', {}),
    ]);
    const [exposure] = must(200, await bench.call('dora', 'GET', '/workspaces/acme/servers')).body.data;
    const served = await slugs();
    if (exposure.version === 1) expect(served).toEqual([['crm', 1]]);
    else expect([exposure.versionState, served]).toEqual(['quarantined', []]);
  });
});
