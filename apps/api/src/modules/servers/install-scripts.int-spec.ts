import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openNpmRegistry, type NpmRegistry } from '@mcpnest/testkit';
import { eventually } from '../../testing/eventually.js';
import { must, openServersBench, type ServersBench } from './testing/servers-bench.js';

jest.setTimeout(180_000);

const SPEC = 'npm:needs-build@1.0.0';

describe('install scripts that a version allows', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'mcpnest-scripts-'));
  const before = { ...process.env };
  let registry: NpmRegistry;
  let bench: ServersBench;
  beforeAll(async () => {
    const manifest = { name: 'needs-build', version: '1.0.0', bin: 'serve.js', scripts: { postinstall: 'touch built' } };
    registry = await openNpmRegistry([{ manifest, files: { 'serve.js': 'require("node:fs").statSync(__dirname + "/built")' } }]);
    Object.assign(process.env, registry.environment, { HOME: process.env['HOME'] });
    bench = await openServersBench({ dataDir });
  });
  afterAll(async () => {
    await bench.close();
    await registry.close();
    process.env = before;
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('are noted before they run, shown with the version, and make another installation', async () => {
    const create = async (slug: string, more: object) => {
      const wish = { name: slug, slug, transport: { type: 'stdio', package: SPEC, ...more } };
      return must(201, await bench.call('root', 'POST', '/servers', wish)).body.latestVersion.transport;
    };
    expect(await create('plain', {})).not.toHaveProperty('scripts');
    expect(await create('built', { scripts: [SPEC, SPEC] })).toMatchObject({ scripts: [SPEC], integrity: expect.any(String) });
    const packages = async () =>
      must(200, await bench.call('root', 'GET', '/local-servers/packages')).body.data as { scripts: string[]; state: string }[];
    await eventually(packages, (rows) => rows.every(({ state }) => state !== 'installing'), 60_000);
    const rows = (await packages()).sort((a, b) => a.scripts.length - b.scripts.length);
    expect(rows).toMatchObject([
      { package: SPEC, scripts: [], state: 'installed' },
      { package: SPEC, scripts: [SPEC], state: 'installed' },
    ]);
    const facts = await bench.facts();
    const scripted = facts.filter((fact) => JSON.stringify(fact.facts['scripts'] ?? []) !== '[]');
    const events = scripted.map(({ event }) => event);
    expect([...events].sort()).toEqual(['servers.install-scripts-started', 'servers.package-installed', 'servers.version-created']);
    expect(events.indexOf('servers.install-scripts-started')).toBeLessThan(events.indexOf('servers.package-installed'));
    expect(scripted.find(({ event }) => event === 'servers.install-scripts-started')!.facts).toMatchObject({
      package: SPEC,
      scripts: [SPEC],
      askedBy: 'root',
    });
    const again = must(202, await bench.call('root', 'POST', '/local-servers/packages', { package: SPEC, scripts: [SPEC] })).body;
    expect(again).toMatchObject({ state: 'installed', scripts: [SPEC] });
  });
});
