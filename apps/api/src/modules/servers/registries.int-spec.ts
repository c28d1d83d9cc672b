import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { JobRunner } from '../../platform/jobs/job-runner.js';
import { must, openServersBench, type ServersBench } from './testing/servers-bench.js';

const OFFICIAL = 'io.modelcontextprotocol.registry/official';

interface Entry {
  name: string;
  status?: string;
  updatedAt: string;
  isLatest?: boolean;
  url?: string;
}

/** A registry of our own on a real socket, with the API of the official one. */
class FakeRegistry {
  entries: unknown[] = [];
  readonly asked: URL[] = [];
  /** Answers in its place where it says something. */
  broken: ((response: ServerResponse, url: URL) => boolean) | undefined;
  private readonly server: Server;

  constructor(private readonly perPage = 2) {
    this.server = createServer((request, response) => {
      const url = new URL(request.url!, 'http://registry');
      this.asked.push(url);
      if (this.broken?.(response, url)) return;
      const since = url.searchParams.get('updated_since');
      const fits = this.entries.filter((entry) => !since || updatedAtOf(entry) >= since);
      const from = Number(url.searchParams.get('cursor') ?? 0);
      const next = from + this.perPage;
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({
          servers: fits.slice(from, next),
          metadata: { count: this.perPage, ...(next < fits.length && { nextCursor: String(next) }) },
        }),
      );
    });
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

const updatedAtOf = (entry: unknown): string =>
  (entry as { _meta?: { [OFFICIAL]?: { updatedAt: string } } } | null)?._meta?.[OFFICIAL]?.updatedAt ?? '9999';

const item = ({ name, status = 'active', updatedAt, isLatest = true, url = `https://${name.split('/')[1]}.example.com/mcp` }: Entry) => ({
  server: {
    name,
    description: `What ${name} does`,
    version: '1.0.0',
    remotes: [{ type: 'streamable-http', url, headers: [{ name: 'X-Key', isSecret: true, value: 'sk-in-the-document' }] }],
  },
  _meta: { [OFFICIAL]: { status, updatedAt, isLatest, ...(status !== 'active' && { statusMessage: 'use another' }) } },
});

describe('registries', () => {
  let bench: ServersBench;
  let registry: FakeRegistry;
  let url: string;
  let id: string;
  const shown = async () => must(200, await bench.call('root', 'GET', '/settings/registries')).body.data[0];
  const search = async (query = '') =>
    must(200, await bench.call('dora', 'GET', `/catalogue/entries?registry=${id}${query}`)).body as {
      data: { id: string; name: string; known: unknown[]; warnings: { code: string }[]; inputs: object[] }[];
      total: number;
      nextCursor: string | null;
    };
  const resting = async (hasBegun: () => boolean) => {
    for (;;) {
      const one = await shown();
      if (!one.running && hasBegun()) return one;
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  /** One round of the leader's job, as if the registry's time had come. */
  const round = async () => {
    await bench.database.owner.query(`UPDATE registries SET tried_at = now() - interval '1 year'`);
    expect(await bench.app.get(JobRunner).runNow('servers.sync-registries')).toBe(true);
    return resting(() => true);
  };

  beforeAll(async () => {
    registry = new FakeRegistry();
    url = await registry.open();
    bench = await openServersBench({ allow: [new URL(url).host] });
    registry.entries = ['a', 'b', 'c', 'd', 'e'].map((word, n) =>
      item({ name: `com.example/${word}`, updatedAt: `2026-01-0${n + 1}T00:00:00Z` }),
    );
  }, 60_000);
  afterAll(async () => {
    await bench?.close();
    await registry.close();
  });

  it('are read at once and whole when they are added, through the guarded connections', async () => {
    must(403, await bench.call('alice', 'POST', '/settings/registries', { name: 'Ours', url }));
    expect(
      must(422, await bench.call('root', 'POST', '/settings/registries', { name: 'Inside', url: 'http://127.0.0.1:1' })).body.code,
    ).toBe('servers.address-denied');
    const added = must(201, await bench.call('root', 'POST', '/settings/registries', { name: 'Ours', url, everyMinutes: 60 })).body;
    id = added.id as string;
    expect(must(409, await bench.call('root', 'POST', '/settings/registries', { name: 'Twice', url })).body.code).toBe(
      'servers.registry-exists',
    );
    expect(await resting(() => registry.asked.length >= 3)).toMatchObject({
      name: 'Ours',
      entries: 5,
      problem: null,
      unreadable: 0,
      everyMinutes: 60,
      enabled: true,
    });
    expect(registry.asked.map(({ pathname, searchParams }) => [pathname, searchParams.get('cursor')])).toEqual([
      ['/v0.1/servers', null],
      ['/v0.1/servers', '2'],
      ['/v0.1/servers', '4'],
    ]);
    expect(registry.asked[0]?.searchParams.get('updated_since')).toBeNull();
    const rows = await bench.database.owner.query('SELECT name, raw, parsed FROM registry_entries ORDER BY name');
    expect(rows[0].raw).toEqual(registry.entries[0]);
    expect(JSON.stringify(rows[0].parsed)).not.toContain('sk-in-the-document');
  });

  it('are searched without a network, page by page', async () => {
    const { length } = registry.asked;
    const first = await search('&limit=2');
    expect([first.total, first.data.map(({ name }) => name)]).toEqual([5, ['a', 'b']]);
    expect((await search(`&limit=2&cursor=${first.nextCursor}`)).data.map(({ name }) => name)).toEqual(['c', 'd']);
    expect((await search('&search=EXAMPLE/D')).data.map(({ name }) => name)).toEqual(['d']);
    expect((await search('&search=100%25')).total).toBe(0);
    expect((await search('&transport=local')).total).toBe(0);
    const entry = must(200, await bench.call('dora', 'GET', `/catalogue/entries/${first.data[0]!.id}`)).body;
    expect(entry).toMatchObject({ registryName: 'com.example/a', source: 'synced', registryUrl: url, importable: true });
    expect(registry.asked).toHaveLength(length);
    must(404, await bench.call('dora', 'GET', '/catalogue/entries/rge_0.1'));
    must(404, await bench.call('dora', 'GET', '/catalogue/entries?registry=rgy_0'));
  });

  it('are asked for what changed since alone, a little overlapping', async () => {
    registry.asked.length = 0;
    registry.entries.push(item({ name: 'com.example/f', updatedAt: '2026-02-01T00:00:00Z' }));
    expect(await round()).toMatchObject({ entries: 6, problem: null });
    expect(registry.asked[0]?.searchParams.get('updated_since')).toBe('2026-01-04T23:55:00.000Z');
    expect(registry.asked).toHaveLength(1);
  });

  it('raise a notice on servers that were made of an entry they deprecate or delete, once, and take it back', async () => {
    const { data } = await search('&search=example/a');
    const chosen = {
      name: 'A of ours',
      transport: { type: 'streamable-http', url: `${url}/mcp`, headers: [] },
      source: { kind: 'registry', name: 'com.example/a', version: '1.0.0', url },
    };
    expect(data[0]?.known).toEqual([]);
    const [{ server }] = must(200, await bench.call('root', 'POST', '/catalogue/import', { entries: [chosen] })).body.data;
    const notice = async () => must(200, await bench.call('dora', 'GET', `/servers/${server.slug}`)).body.registryNotice;
    expect(await notice()).toBeNull();
    const statusFacts = async () =>
      (await bench.facts()).filter(({ event }) => event === 'servers.registry-status-changed').map(({ facts }) => facts['status']);
    for (const [status, day] of [
      ['deprecated', 10],
      ['deleted', 11],
    ] as const) {
      registry.entries[0] = item({ name: 'com.example/a', status, updatedAt: `2026-02-${day}T00:00:00Z` });
      await round();
      await round();
      expect(await notice()).toEqual({ registry: 'Ours', status, detail: `The registry says that it is ${status}: use another` });
    }
    expect((await search()).data.map(({ name }) => name)).not.toContain('a');
    expect(
      must(200, await bench.call('dora', 'GET', '/servers')).body.data.find(({ id: one }: { id: string }) => one === server.id)
        .registryNotice.status,
    ).toBe('deleted');
    registry.entries[0] = item({ name: 'com.example/a', updatedAt: '2026-02-12T00:00:00Z' });
    await round();
    expect([await notice(), await statusFacts()]).toEqual([null, ['deprecated', 'deleted', 'active']]);
  });

  it('may hold what is no server and documents with faults: the rest is read, and both are counted', async () => {
    const day = '2026-03-01T00:00:00Z';
    const long = item({ name: 'com.example/long', updatedAt: day });
    long.server.description = 'x'.repeat(150);
    registry.entries.push(
      null,
      'text',
      { server: { version: '1' }, _meta: { [OFFICIAL]: { updatedAt: day } } },
      { server: { name: 'com.example/nul', description: 'a\u0000b', remotes: [] } },
      item({ name: 'com.example/old', updatedAt: day, isLatest: false }),
      long,
    );
    const { entries, unreadable, problem, entriesWithWarnings } = await round();
    expect([entries, unreadable, problem]).toEqual([7, 4, null]);
    expect(entriesWithWarnings).toBeGreaterThan(0);
    expect((await search('&search=long')).data[0]?.warnings).toContainEqual(expect.objectContaining({ code: 'description-too-long' }));
  });

  it('may break in the middle: what was read stays, the fault is shown, and the next round begins where that one began', async () => {
    registry.entries.push(...['p', 'q', 'r'].map((word) => item({ name: `com.example/${word}`, updatedAt: '2026-04-01T00:00:00Z' })));
    registry.broken = (response, { searchParams }) => {
      if (!searchParams.has('cursor')) return false;
      response.writeHead(503).end();
      return true;
    };
    const failed = await round();
    expect(failed).toMatchObject({
      running: false,
      problem: { code: 'servers.document-unreachable', detail: expect.stringContaining('503') },
    });
    registry.broken = (response) => (response.end('<html>'), true);
    expect(await round()).toMatchObject({ problem: { code: 'servers.document-unreadable' } });
    registry.broken = (response) => (response.end(JSON.stringify({ servers: [null], metadata: { nextCursor: 'same' } })), true);
    expect(await round()).toMatchObject({
      problem: { code: 'servers.document-unreadable', detail: expect.stringContaining('again and again') },
    });
    registry.broken = undefined;
    expect(await round()).toMatchObject({ problem: null, entries: 10 });
  });

  it('are read by one process at a time', async () => {
    const before = registry.asked.length;
    await bench.database.owner.query(`UPDATE registries SET running_since = now(), tried_at = now() - interval '1 year'`);
    expect(await bench.app.get(JobRunner).runNow('servers.sync-registries')).toBe(true);
    expect(registry.asked).toHaveLength(before);
    await bench.database.owner.query(`UPDATE registries SET running_since = now() - interval '1 hour'`);
    expect(await round()).toMatchObject({ running: false, problem: null });
    expect(registry.asked.length).toBeGreaterThan(before);
  });

  it('are read on demand, and not by themselves while they are switched off', async () => {
    const { etag } = await shown();
    const path = `/settings/registries/${id}`;
    must(412, await bench.call('root', 'PATCH', path, { enabled: false }, { 'if-match': '"99"' }));
    must(200, await bench.call('root', 'PATCH', path, { enabled: false }, { 'if-match': `"${etag}"` }));
    const before = registry.asked.length;
    await round();
    expect(registry.asked).toHaveLength(before);
    must(202, await bench.call('root', 'POST', `${path}/sync`));
    await resting(() => registry.asked.length > before);
    expect(await shown()).toMatchObject({ enabled: false, problem: null });
    must(404, await bench.call('root', 'POST', '/settings/registries/rgy_0/sync'));
  });

  it('go with their entries, and leave the servers that were made of them', async () => {
    must(204, await bench.call('root', 'DELETE', `/settings/registries/${id}`));
    expect(await bench.database.owner.query('SELECT count(*)::int AS count FROM registry_entries')).toEqual([{ count: 0 }]);
    expect(must(200, await bench.call('dora', 'GET', '/servers')).body.data).toHaveLength(1);
    expect((await bench.facts()).at(-1)).toMatchObject({ event: 'servers.registry-removed', facts: { name: 'Ours' } });
  });
});
