import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must, openServersBench, type BenchAnswer, type ServersBench } from './testing/servers-bench.js';

jest.setTimeout(180_000);

const PACKAGE = 'npm:@modelcontextprotocol/server-everything@2026.8.31';
const COMMAND = '/usr/bin/env';
/** An installation may take minutes, and REST answers six hundred requests in one. */
const LOOK_MS = 250;

describe('local servers', () => {
  let bench: ServersBench;
  const dataDir = mkdtempSync(join(tmpdir(), 'mcpnest-local-'));
  beforeAll(async () => {
    bench = await openServersBench({ dataDir, commands: [COMMAND] });
  });
  afterAll(async () => {
    await bench.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const starts = async () => (await bench.facts()).filter(({ event }) => event === 'servers.local-started');
  const stdio = (more: object = {}) => ({ type: 'stdio', command: COMMAND, ...more });
  const create = (person: string, transport: object, slug: string): Promise<BenchAnswer> =>
    bench.call(person, 'POST', '/servers', { name: slug, slug, transport });
  const until = async (isSo: () => Promise<boolean>): Promise<void> => {
    while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  };

  it.each(['alice', 'dora', 'audra', 'bob', 'writer'])('nobody but operators has a program run, by no way: %s', async (person) => {
    const before = (await starts()).length;
    must(201, await create('root', stdio({ args: [`for-${person}`] }), `box-${person}`));
    const server = `/servers/box-${person}`;
    const ways: [method: string, path: string, body?: object][] = [
      ['POST', '/servers', { name: 'Mine', transport: stdio() }],
      ['POST', `${server}/versions`, { transport: stdio() }],
      ['POST', '/servers/test', { transport: stdio() }],
      ['POST', '/servers/test', { transport: stdio(), server: `box-${person}` }],
      ['POST', '/catalogue/import', { entries: [{ name: 'x', transport: stdio() }] }],
      ['POST', `${server}/versions/1/approve`],
      ['POST', `${server}/processes/restart`],
      ['POST', `${server}/processes/stop`],
      ['GET', `${server}/processes`],
      ['GET', '/local-servers'],
      ['GET', '/local-servers/packages'],
      ['POST', '/local-servers/packages', { package: PACKAGE }],
      ['POST', '/workspaces/acme/requests', { kind: 'server', name: 'Mine', reason: 'please', transport: stdio() }],
    ];
    const afterCreation = (await starts()).length;
    for (const [method, path, body] of ways) {
      const { status } = await bench.call(person, method, path, body);
      expect([path, status >= 400 && status < 500]).toEqual([path, true]);
    }
    const after = await starts();
    expect(after.length).toBe(afterCreation);
    // The operator's own server was tried when it was entered, and noted with its exact command.
    expect(after.length).toBeGreaterThan(before);
    expect(after.at(-1)!.facts).toMatchObject({ slug: `box-${person}`, command: `${COMMAND} for-${person}` });
  });

  it('what is not on the list of commands is not run for operators either', async () => {
    expect(await create('root', stdio({ command: '/bin/sh' }), 'shell')).toMatchObject({
      status: 422,
      body: { code: 'servers.command-not-listed' },
    });
  });

  it.each([
    ['a range', { package: 'npm:left-pad@^1.0.0' }],
    ['a tag', { package: 'npm:left-pad@latest' }],
    ['an option', { package: 'npm:--registry=http://evil.example@1.0.0' }],
    ['a path', { package: 'npm:../../etc@1.0.0' }],
    ['an address', { package: 'npm:git+https://evil.example/x@1.0.0' }],
    ['another registry', { package: 'oci:evil@1.0.0' }],
    ['a script of whatever version', { package: PACKAGE, scripts: ['npm:esbuild@latest'] }],
    ['a script of PyPI', { package: 'pypi:name==1.0', scripts: ['pypi:name==1.0'] }],
    ['a script of a command', { command: COMMAND, scripts: ['npm:esbuild@0.25.0'] }],
    ['both', { package: PACKAGE, command: COMMAND }],
    ['neither', {}],
    ['a relative command', { command: 'env' }],
    ['a way out', { command: '/usr/bin/../bin/env' }],
    ['a loader', { command: COMMAND, env: [{ name: 'LD_PRELOAD', value: '/tmp/x.so' }] }],
    ['options of Node', { command: COMMAND, env: [{ name: 'NODE_OPTIONS', value: '--require /tmp/x' }] }],
    ['another home', { command: COMMAND, env: [{ name: 'HOME', value: '/root' }] }],
    ['a name that is none', { command: COMMAND, env: [{ name: 'A=B', value: 'x' }] }],
    ['a readable secret', { command: COMMAND, env: [{ name: 'TOKEN', secret: true, value: 'x' }] }],
    ['everything as a folder', { command: COMMAND, folders: [{ path: '/' }] }],
    ['a folder of the system', { command: COMMAND, folders: [{ path: '/etc' }] }],
  ])('%s is refused with the member at fault', async (_, transport) => {
    const { status, body } = await create('root', { type: 'stdio', ...transport }, 'never');
    expect(status).toBe(400);
    expect(body.errors[0].pointer).toMatch(/^\/transport\//);
  });

  it('a package is pinned, installed without running anything of it, listed and watched', async () => {
    const created = must(
      201,
      await create('root', { type: 'stdio', package: PACKAGE, env: [{ name: 'TOKEN', secret: true }] }, 'everything'),
    );
    expect(created.body.latestVersion.transport).toMatchObject({
      package: PACKAGE,
      integrity: expect.stringMatching(/^sha512-/),
      network: false,
    });
    must(200, await bench.call('root', 'PUT', '/servers/everything/credentials', { values: { TOKEN: 'sk-canary-9f2' } }));
    const packages = async () => must(200, await bench.call('root', 'GET', '/local-servers/packages')).body.data;
    await until(async () => (await packages())[0].state !== 'installing');
    expect((await packages())[0]).toMatchObject({ package: PACKAGE, state: 'installed', problem: null, lockHash: expect.any(String) });
    const report = must(
      200,
      await bench.call('root', 'POST', '/servers/test', { transport: created.body.latestVersion.transport, server: 'everything' }),
    ).body;
    expect(report).toMatchObject({ ok: true, serverInfo: { name: expect.stringContaining('everything') } });
    expect(report.tools.map(({ name }: { name: string }) => name)).toContain('echo');
    const noted = JSON.stringify(await bench.facts());
    expect(noted).toContain('servers.package-installed');
    expect(noted).not.toContain('canary');
  });

  it('the configuration of a client becomes local servers, pinned, its secrets credentials', async () => {
    const document = {
      mcpServers: {
        pasted: { command: 'npx', args: ['-y', '@modelcontextprotocol/server-everything'], env: { API_KEY: 'sk-canary-77a' } },
        listed: { command: COMMAND, args: ['cat', '--token', 'sk-canary-88b'] },
        unlisted: { command: '/bin/sh', args: ['-c', 'id'] },
      },
    };
    const preview = async (person: string) =>
      must(200, await bench.call(person, 'POST', '/catalogue/import/preview', { document })).body.entries;
    expect((await preview('writer')).map(({ importable }: { importable: boolean }) => importable)).toEqual([false, false, false]);
    const entries = await preview('root');
    expect(entries.map(({ importable }: { importable: boolean }) => importable)).toEqual([true, true, false]);
    const chosen = entries.map(({ name, slug, local, inputs }: BenchAnswer['body']) => ({
      name,
      slug,
      local,
      inputs: Object.fromEntries(inputs.flatMap((one: BenchAnswer['body']) => (one.default ? [[one.key, one.default]] : []))),
      sealed: Object.fromEntries(inputs.flatMap((one: BenchAnswer['body']) => (one.sealed ? [[one.key, one.sealed]] : []))),
    }));
    const { body } = must(200, await bench.call('root', 'POST', '/catalogue/import', { entries: chosen }));
    expect(body.data).toMatchObject([
      { server: { slug: 'pasted' } },
      { server: { slug: 'listed' } },
      { problem: { code: 'servers.command-not-listed' } },
    ]);
    const pasted = must(200, await bench.call('root', 'GET', '/servers/pasted')).body.latestVersion;
    expect(pasted.transport).toMatchObject({
      package: expect.stringMatching(/^npm:@modelcontextprotocol\/server-everything@\d+\.\d+\.\d+$/),
      integrity: expect.stringMatching(/^sha512-/),
      env: [{ name: 'API_KEY', secret: true }],
      network: true,
    });
    const listed = must(200, await bench.call('root', 'GET', '/servers/listed')).body.latestVersion;
    expect(listed.transport).toMatchObject({ command: COMMAND, args: ['cat', '--token', '${TOKEN}'] });
    // The program read its secret: `cat` complains about the option that it does not know.
    const state = async () => must(200, await bench.call('root', 'GET', '/servers/listed/processes')).body.data[0];
    expect((await state()).stderr.join('\n')).toContain('unrecognized option');
    expect(JSON.stringify([await bench.facts(), await state(), pasted, listed, entries])).not.toContain('canary');
    for (const person of ['writer', 'audra'])
      expect(JSON.stringify((await bench.call(person, 'POST', '/catalogue/import', { entries: chosen.slice(1, 2) })).body)).toContain(
        'forbidden',
      );
  });

  it('the machine says what keeps local servers apart', async () => {
    expect(must(200, await bench.call('root', 'GET', '/local-servers')).body).toMatchObject({
      enabled: true,
      fence: expect.any(String),
      gaps: expect.any(Array),
    });
  });

  it('what ended by itself is shown with its last lines', async () => {
    must(201, await create('root', stdio({ args: ['cat', '/nonexistent'] }), 'broken'));
    const [state] = must(200, await bench.call('root', 'GET', '/servers/broken/processes')).body.data;
    expect(state.stderr.join('\n')).toContain('/nonexistent');
    expect(state.lastEnd).toMatchObject({ code: 1 });
    must(204, await bench.call('root', 'POST', '/servers/broken/processes/restart'));
    expect((await bench.facts()).at(-1)).toMatchObject({ event: 'servers.local-stopped', facts: { slug: 'broken', by: 'restart' } });
  });
});

it('nothing runs where local servers are switched off', async () => {
  const bench = await openServersBench({ local: 'off', commands: [COMMAND] });
  const answer = await bench.call('root', 'POST', '/servers', { name: 'Box', transport: { type: 'stdio', command: COMMAND } });
  expect(answer).toMatchObject({ status: 422, body: { code: 'servers.local-off' } });
  expect((await bench.facts()).filter(({ event }) => event === 'servers.local-started')).toEqual([]);
  await bench.close();
});
