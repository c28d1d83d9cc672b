import { inWorkspace, systemCtx } from '../../platform/context/ctx.js';
import { ExposureDirectory, ServerDirectory, ToolSettingsService } from './index.js';
import { must, openServersBench, type ServersBench } from './testing/servers-bench.js';

describe('tool settings', () => {
  let bench: ServersBench;
  const acme = inWorkspace(systemCtx('test'), 'ws_acme');
  const globex = inWorkspace(systemCtx('test'), 'ws_globex');
  const service = () => bench.app.get(ToolSettingsService);
  const exposureOf = async (ctx: typeof acme, slug: string) => {
    const { id, serverId, serverSlug } = await bench.app.get(ExposureDirectory).get(ctx, slug);
    return { id, serverId, serverSlug };
  };

  beforeAll(async () => {
    bench = await openServersBench();
    for (const slug of ['one', 'two']) {
      must(201, await bench.call('root', 'POST', '/servers', { slug, name: slug, transport: { type: 'builtin', name: 'demo' } }));
      must(201, await bench.call('alice', 'POST', '/workspaces/acme/servers', { server: slug, toolPrefix: `${slug}_` }));
      must(201, await bench.call('bob', 'POST', '/workspaces/globex/servers', { server: slug }));
    }
  });
  afterAll(() => bench.close());

  it('keep what was given, tell the ledger what changed, and reach the routes', async () => {
    const exposure = await exposureOf(acme, 'one');
    expect(await service().patch(acme, { exposure, toolName: 'echo' }, { enabled: false, alias: 'say-it' })).toEqual({
      enabled: false,
      alias: 'say-it',
      description: null,
    });
    expect(await service().patch(acme, { exposure, toolName: 'echo' }, { description: 'Ours' })).toEqual({
      enabled: false,
      alias: 'say-it',
      description: 'Ours',
    });
    expect((await bench.facts()).at(-1)).toMatchObject({
      event: 'servers.tool-settings-changed',
      workspaceId: 'ws_acme',
      facts: { slug: 'one', tool: 'echo', changed: ['description'] },
    });
    expect(await service().get(acme, exposure.id)).toEqual(new Map([['echo', { enabled: false, alias: 'say-it', description: 'Ours' }]]));
    const routes = await bench.app.get(ServerDirectory).exposureRoutes();
    expect(
      routes
        .get('ws_acme')
        ?.map(({ target, toolPrefix, position, toolSettings }) => [target.serverSlug, toolPrefix, position, toolSettings.size]),
    ).toEqual([
      ['one', 'one_', 0, 1],
      ['two', 'two_', 1, 0],
    ]);
    expect(routes.get('ws_globex')?.map(({ toolSettings }) => toolSettings.size)).toEqual([0, 0]);
  });

  it('are not told to the ledger when nothing changes, and leave no row when all is as it was', async () => {
    const exposure = await exposureOf(acme, 'one');
    const before = (await bench.facts()).length;
    await service().patch(acme, { exposure, toolName: 'echo' }, { enabled: false });
    expect((await bench.facts()).length).toBe(before);
    await service().patch(acme, { exposure, toolName: 'add' }, { enabled: false });
    await service().patch(acme, { exposure, toolName: 'add' }, { enabled: true });
    expect([...(await service().get(acme, exposure.id)).keys()]).toEqual(['echo']);
  });

  it('give one name to one tool of a workspace, whatever the spelling of - and _', async () => {
    const exposure = await exposureOf(acme, 'two');
    for (const alias of ['say-it', 'say_it'])
      await expect(service().patch(acme, { exposure, toolName: 'add' }, { alias })).rejects.toMatchObject({ code: 'servers.alias-taken' });
    await service().patch(globex, { exposure: await exposureOf(globex, 'two'), toolName: 'add' }, { alias: 'say-it' });
  });

  it('let one of two win who take the same name at once', async () => {
    const exposure = await exposureOf(acme, 'two');
    const other = await exposureOf(acme, 'one');
    const both = await Promise.allSettled([
      service().patch(acme, { exposure, toolName: 'add' }, { alias: 'taken' }),
      service().patch(acme, { exposure: other, toolName: 'add' }, { alias: 'taken' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('refuse names that clients could not use', async () => {
    const exposure = await exposureOf(acme, 'two');
    for (const alias of ['1a', '', 'a b', 'ä', 'a'.repeat(129)])
      await expect(service().patch(acme, { exposure, toolName: 'add' }, { alias })).rejects.toMatchObject({
        code: 'platform.invalid-request',
      });
    await expect(service().patch(acme, { exposure, toolName: 'add' }, { description: 'a\0b' })).rejects.toMatchObject({
      code: 'platform.invalid-request',
    });
  });

  it('of another workspace cannot be reached', async () => {
    const foreign = await exposureOf(acme, 'one');
    expect(await service().get(globex, foreign.id)).toEqual(new Map());
    must(204, await bench.call('bob', 'DELETE', '/workspaces/globex/servers/one'));
    await expect(service().patch(globex, { exposure: foreign, toolName: 'echo' }, { enabled: true })).rejects.toMatchObject({
      code: 'servers.exposure-not-found',
    });
    expect((await service().get(acme, foreign.id)).get('echo')?.enabled).toBe(false);
  });

  it('are changed together, all or none, with one fact for each server', async () => {
    const [one, two] = [await exposureOf(acme, 'one'), await exposureOf(acme, 'two')];
    const off = (exposure: typeof one, toolName: string) => ({ exposure, toolName, change: { enabled: false } });
    const before = (await bench.facts()).length;
    const clash = { exposure: two, toolName: 'add', change: { alias: 'say_it' } };
    await expect(service().patchAll(acme, [off(one, 'roll_dice'), clash])).rejects.toMatchObject({ code: 'servers.alias-taken' });
    expect((await service().get(acme, one.id)).get('roll_dice')).toBeUndefined();
    expect(await service().patchAll(acme, [off(one, 'roll_dice'), off(one, 'now'), off(one, 'now'), off(two, 'now')])).toBe(3);
    expect((await bench.facts()).slice(before).map(({ event, facts }) => [event, facts['slug'], facts['count'] ?? 1])).toEqual(
      expect.arrayContaining([
        ['servers.tools-changed', 'one', 2],
        ['servers.tool-settings-changed', 'two', 1],
      ]),
    );
    await service().patchAll(acme, [
      { exposure: one, toolName: 'roll_dice', change: { enabled: true } },
      { exposure: one, toolName: 'now', change: { enabled: true } },
      { exposure: two, toolName: 'now', change: { enabled: true } },
    ]);
  });

  it('can hand a name on to another tool of the server in one go', async () => {
    const one = await exposureOf(acme, 'one');
    await service().patch(acme, { exposure: one, toolName: 'roll_dice' }, { alias: 'dice' });
    const swap = [
      { exposure: one, toolName: 'now', change: { alias: 'dice' } },
      { exposure: one, toolName: 'roll_dice', change: { alias: null } },
    ];
    expect(await service().patchAll(acme, swap)).toBe(2);
    await service().patch(acme, { exposure: one, toolName: 'now' }, { alias: null });
  });

  it('of parameters are kept as they were written, and refused where they make no sense', async () => {
    const one = await exposureOf(acme, 'one');
    const params = [
      { name: 'n', pinned: '1e400' },
      { name: 'quiet', pinned: null },
    ];
    expect(await service().patch(acme, { exposure: one, toolName: 'roll_dice' }, { params })).toMatchObject({ params });
    const routes = (await bench.app.get(ServerDirectory).exposureRoutes()).get('ws_acme');
    expect(routes?.[0]?.toolSettings.get('roll_dice')?.params).toEqual(params);
    for (const wrong of [[params[0]!, params[0]!], [{ name: 'a\0', pinned: null }], [{ name: 'a', pinned: 'x'.repeat(10_001) }]])
      await expect(service().patch(acme, { exposure: one, toolName: 'add' }, { params: wrong })).rejects.toMatchObject({
        code: 'platform.invalid-request',
      });
    await service().patch(acme, { exposure: one, toolName: 'roll_dice' }, { params: [] });
    expect((await service().get(acme, one.id)).has('roll_dice')).toBe(false);
  });

  it('keep what is known as it is when the policy for new tools changes, either way', async () => {
    const two = await exposureOf(acme, 'two');
    await service().setNewTools(acme, two, { newTools: 'off', known: ['echo', 'add'] });
    expect((await bench.facts()).at(-1)).toMatchObject({
      event: 'servers.new-tools-policy-changed',
      facts: { slug: 'two', newTools: 'off' },
    });
    const routes = (await bench.app.get(ServerDirectory).exposureRoutes()).get('ws_acme');
    expect(routes?.map(({ newTools }) => newTools)).toEqual([undefined, 'off']);
    await service().patch(acme, { exposure: two, toolName: 'add' }, { enabled: false });
    await service().patch(acme, { exposure: two, toolName: 'add' }, { enabled: true });
    await service().patch(acme, { exposure: two, toolName: 'later' }, { alias: 'later-on' });
    const enabledOf = async () =>
      Object.fromEntries([...(await service().get(acme, two.id))].map(([name, { enabled }]) => [name, enabled]));
    expect(await enabledOf()).toEqual({ echo: true, add: true, later: false });
    await service().setNewTools(acme, two, { newTools: 'on', known: ['echo', 'add', 'later', 'newest'] });
    expect(await enabledOf()).toEqual({ echo: true, add: true, later: false, newest: false });
  });

  it('survive an upgrade of the server and end with the exposure', async () => {
    must(201, await bench.call('root', 'POST', '/servers/one/versions', { transport: { type: 'builtin', name: 'demo' } }));
    must(200, await bench.call('alice', 'PATCH', '/workspaces/acme/servers/one', { version: 2 }));
    const { id } = await exposureOf(acme, 'one');
    expect((await service().get(acme, id)).get('echo')?.alias).toBe('say-it');
    must(204, await bench.call('alice', 'DELETE', '/workspaces/acme/servers/one'));
    expect(await service().get(acme, id)).toEqual(new Map());
  });

  it('of disabled exposures and of versions no longer approved do not reach the routes', async () => {
    const directory = bench.app.get(ServerDirectory);
    must(200, await bench.call('alice', 'PATCH', '/workspaces/acme/servers/two', { enabled: false }));
    expect((await directory.exposureRoutes()).get('ws_acme')).toBeUndefined();
    must(200, await bench.call('alice', 'PATCH', '/workspaces/acme/servers/two', { enabled: true }));
    expect((await directory.exposureRoutes()).get('ws_acme')).toHaveLength(1);
    await bench.database.owner.query(`UPDATE server_versions SET state = 'quarantined' WHERE number = 1`);
    expect((await directory.exposureRoutes()).get('ws_acme')).toBeUndefined();
  });
});
