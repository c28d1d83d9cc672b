import { FreezesService } from './index.js';
import { must, openServersBench, type ServersBench } from './testing/servers-bench.js';

describe('the kill switch', () => {
  let bench: ServersBench;
  const freeze = (who: Parameters<ServersBench['call']>[0], body: object, slug = 'acme') =>
    bench.call(who, 'POST', `/workspaces/${slug}/freezes`, { reason: 'an incident', ...body });

  beforeAll(async () => {
    bench = await openServersBench();
    for (const slug of ['one', 'two']) {
      must(201, await bench.call('root', 'POST', '/servers', { slug, name: slug, transport: { type: 'builtin', name: 'demo' } }));
    }
    must(201, await bench.call('alice', 'POST', '/workspaces/acme/servers', { server: 'one' }));
  });
  afterAll(() => bench.close());

  it('is in force with its answer, tells the ledger, and is over when it is lifted', async () => {
    const { body } = must(201, await freeze('alice', { kind: 'tool', subject: 'one:echo' }));
    expect(body).toMatchObject({ kind: 'tool', subjectName: 'one:echo', everywhere: false, reason: 'an incident' });
    expect(await bench.app.get(FreezesService).inForce()).toMatchObject([{ kind: 'tool', subject: body.subject, workspaceId: 'ws_acme' }]);
    expect((await bench.facts()).at(-1)).toMatchObject({
      event: 'servers.frozen',
      workspaceId: 'ws_acme',
      facts: { kind: 'tool', name: 'one:echo', everywhere: false, reason: 'an incident' },
    });
    expect(must(409, await freeze('alice', { kind: 'tool', subject: 'one:echo' })).body.code).toBe('servers.freeze-exists');
    must(404, await bench.call('bob', 'DELETE', `/workspaces/globex/freezes/${body.id}`));
    must(204, await bench.call('alice', 'DELETE', `/workspaces/acme/freezes/${body.id}`));
    expect(await bench.app.get(FreezesService).inForce()).toEqual([]);
    expect(must(404, await bench.call('alice', 'DELETE', `/workspaces/acme/freezes/${body.id}`)).body.code).toBe(
      'servers.freeze-not-found',
    );
  });

  it('reaches nothing of another workspace', async () => {
    for (const body of [
      { kind: 'server', subject: 'two' },
      { kind: 'tool', subject: 'two:echo' },
      { kind: 'tool', subject: 'echo' },
      { kind: 'workspace', subject: 'globex' },
      { kind: 'token', subject: 'tok_nobody' },
      { kind: 'member', subject: 'nobody@example.com' },
    ])
      expect(must(404, await freeze('alice', body)).body.code).toBe('servers.freeze-subject-unknown');
    must(404, await freeze('bob', { kind: 'server', subject: 'one' }));
  });

  it('stops something everywhere in the hand of operators, and of nobody else', async () => {
    const body = { kind: 'server', subject: 'two', reason: 'poisoned' };
    must(403, await bench.call('alice', 'POST', '/freezes', body));
    must(403, await bench.call('alice', 'GET', '/freezes'));
    const { id } = must(201, await bench.call('root', 'POST', '/freezes', body)).body;
    expect(must(200, await bench.call('root', 'GET', '/freezes')).body.data).toMatchObject([{ id, everywhere: true, workspaceId: null }]);
    must(404, await bench.call('alice', 'DELETE', `/workspaces/acme/freezes/${id}`));
    must(204, await bench.call('root', 'DELETE', `/freezes/${id}`));
  });

  it.each([
    { kind: 'planet', subject: 'one' },
    { kind: 'server' },
    { kind: 'server', subject: '' },
    { kind: 'server', subject: 'one', reason: '' },
    { kind: 'server', subject: 'one', everywhere: true },
  ])('is not thrown by %j', async (body) => {
    must(400, await freeze('alice', body));
  });
});
