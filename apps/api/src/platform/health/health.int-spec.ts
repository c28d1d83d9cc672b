import { createTestApp, type TestApp } from '../../testing/create-test-app.js';
import { quietLog } from '../../testing/quiet-log.js';
import { Draining } from '../context/draining.js';
import { HealthRegistry } from './health-registry.js';

jest.setTimeout(60_000);

describe('health', () => {
  let product: TestApp;
  beforeAll(async () => {
    quietLog();
    product = await createTestApp();
  });
  afterAll(() => product.close());
  const verbose = async (): Promise<Record<string, boolean>> => {
    const { body } = await product.client().get('//readyz?verbose');
    return Object.fromEntries(body.checks.map(({ name, ok }: { name: string; ok: boolean }) => [name, ok]));
  };

  it('says that the process lives and is ready, to anybody, in as few words as asked for', async () => {
    expect(await product.client().get('//livez')).toMatchObject({ status: 200, body: { alive: true } });
    expect(await product.client().get('//readyz')).toMatchObject({ status: 200, body: { ready: true } });
    expect((await product.client().get('//readyz')).body.checks).toBeUndefined();
    expect(await verbose()).toEqual({ draining: true, database: true, migrations: true, 'route-table': true });
  });

  it('reports figures to those who are signed in alone', async () => {
    expect((await product.client().get('/health')).status).toBe(401);
    const { body } = await (await product.operator()).get('/health');
    expect(body).toEqual({
      routeTableGeneration: expect.any(Number),
      database: { ok: true, secondWall: true },
      audit: {
        accepted: 0,
        spooled: 0,
        stored: 0,
        waiting: 0,
        dropped: 0,
        unnoted: 0,
        refused: 0,
        damaged: 0,
        recovered: 0,
        spoolBytes: expect.any(Number),
        oldestWaitingSeconds: 0,
        lastStoredAt: null,
      },
      localServers: {
        enabled: true,
        fence: expect.any(String),
        holds: expect.any(Array),
        gaps: expect.any(Array),
        lacks: expect.any(Array),
        running: 0,
        runners: 0,
      },
      masterKey: { id: expect.stringMatching(/^[\w-]{12}$/), dataKeys: 0, waiting: 0, former: 'none' },
      telemetry: null,
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    });
  });

  it('is not ready while migrations are missing', async () => {
    const [{ name }] = await product.database.owner.query('SELECT name FROM schema_migrations ORDER BY id DESC LIMIT 1');
    await product.database.owner.query('UPDATE schema_migrations SET name = $1 WHERE name = $2', [`x${name}`, name]);
    expect((await product.client().get('//readyz')).status).toBe(503);
    expect((await verbose())['migrations']).toBe(false);
    await product.database.owner.query('UPDATE schema_migrations SET name = $2 WHERE name = $1', [`x${name}`, name]);
    expect((await product.client().get('//readyz')).status).toBe(200);
  });

  it('is not ready while a check fails, throws or hangs, and says nothing of why it threw', async () => {
    const registry = product.app.get(HealthRegistry);
    let check: () => Promise<string | null> = () => Promise.resolve(null);
    registry.addCheck('test', () => check());
    expect((await verbose())['test']).toBe(true);
    for (const failing of [
      () => Promise.resolve('away'),
      () => Promise.reject(new Error('canary-31c')),
      () => new Promise<null>(() => undefined),
    ]) {
      check = failing;
      const answer = await product.client().get('//readyz?verbose');
      expect(answer.status).toBe(503);
      expect(answer.text).not.toContain('canary-31c');
    }
    check = () => Promise.resolve(null);
  });

  it('is not ready once the process drains, but alive', async () => {
    product.app.get(Draining).begin();
    expect((await product.client().get('//readyz')).status).toBe(503);
    expect((await product.client().get('//livez')).status).toBe(200);
  });
});
