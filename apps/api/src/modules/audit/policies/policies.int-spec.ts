import { createTestApp, type TestApp } from '../../../testing/create-test-app.js';
import { quietLog } from '../../../testing/quiet-log.js';
import type { RestClient } from '../../../testing/rest-client.js';
import { PartitionsRepository } from '../retention/partitions.repository.js';
import { AuditPolicies } from './audit-policies.js';

jest.setTimeout(60_000);

const USUAL = { mode: null, retentionDays: null, legalHold: false };

describe('how call records of a workspace are kept', () => {
  let product: TestApp;
  let operator: RestClient;
  let owner: RestClient;
  const ids: Record<string, string> = {};
  const inForce = (slug: string) => product.app.get(AuditPolicies).of(ids[slug] ?? '');
  const set = (slug: string, change: object) => operator.put(`/audit/policies/${slug}`, { ...USUAL, ...change });

  beforeAll(async () => {
    quietLog();
    product = await createTestApp();
    operator = await product.operator();
    for (const name of ['Acme', 'Held', 'Longer', 'Plain', 'Gone']) {
      const { body } = await operator.post('/workspaces', { name });
      ids[body.slug] = body.id;
    }
    const invited = await operator.post('/workspaces/acme/members', { email: 'olga@example.com', role: 'owner' });
    owner = product.client();
    const code = new URL(invited.body.inviteUrl).hash.slice(1);
    await owner.post('/auth/invites/accept', { code, name: 'Olga', password: 'a long enough password' });
  });
  afterAll(() => product.close());

  it('is as the installation has it, until somebody says otherwise; that is in force with the answer, and in the ledger', async () => {
    expect(inForce('acme')).toEqual({ retentionClass: 'standard', isStrict: false });
    expect((await set('acme', { mode: 'strict', retentionDays: 365 })).body).toMatchObject({
      slug: 'acme',
      mode: 'strict',
      retentionDays: 365,
      legalHold: false,
      usualMode: 'available',
      usualRetentionDays: 90,
    });
    expect(inForce('acme')).toEqual({ retentionClass: 'long', isStrict: true });
    await set(ids['acme'] ?? '', { legalHold: true });
    expect(inForce('acme')).toEqual({ retentionClass: 'hold', isStrict: false });
    await set('acme', { legalHold: true });
    const { data } = (await operator.get('/ledger?event=audit.policy-changed&workspace=acme')).body;
    expect(data.map(({ facts }: { facts: unknown }) => facts)).toEqual([
      { slug: 'acme', before: { ...USUAL, mode: 'strict', retentionDays: 365 }, after: { ...USUAL, legalHold: true } },
      { slug: 'acme', before: USUAL, after: { ...USUAL, mode: 'strict', retentionDays: 365 } },
    ]);
  });

  it('is seen by members and changed by operators alone', async () => {
    expect((await owner.get('/workspaces/acme/audit-policy')).body).toMatchObject({ slug: 'acme', legalHold: true });
    expect((await owner.put('/audit/policies/acme', USUAL)).status).toBe(403);
    expect((await owner.get('/audit/policies')).status).toBe(403);
    expect((await owner.get('/workspaces/plain/audit-policy')).status).toBe(404);
  });

  it('outlives the workspace, and can be ended by its id', async () => {
    await set('gone', { legalHold: true });
    await operator.delete('/workspaces/gone');
    const listed = async (): Promise<unknown[]> => (await operator.get('/audit/policies')).body.data;
    expect(await listed()).toContainEqual(expect.objectContaining({ workspaceId: ids['gone'], slug: null, legalHold: true }));
    expect((await set(ids['gone'] ?? '', {})).status).toBe(200);
    expect(await listed()).not.toContainEqual(expect.objectContaining({ workspaceId: ids['gone'] }));
  });

  it.each([
    ['nowhere', {}, 404],
    ['plain', { retentionDays: 90 }, 400],
    ['plain', { retentionDays: 3_651 }, 400],
    ['plain', { mode: 'loose' }, 400],
    ['plain', { legalHold: 'yes' }, 400],
  ])('refuses what is none: %s %j', async (slug, change, status) => {
    expect((await set(slug, change)).status).toBe(status);
    expect(inForce('plain')).toEqual({ retentionClass: 'standard', isStrict: false });
  });

  it('keeps days of every class with calls of whoever is on hold or keeps longer, and long days by the longest policy', async () => {
    await set('held', { legalHold: true });
    await set('longer', { retentionDays: 200 });
    const { owner: database } = product.database;
    const daysAgo = { plain: [100, 120, 140, 160, 250], longer: [120, 250], held: [140] } as Record<string, number[]>;
    for (const [slug, days] of Object.entries(daysAgo))
      for (const [at, ago] of days.entries()) {
        for (const name of ['standard', 'long', 'hold']) {
          await database.query(
            `DO $$ DECLARE day date := (now() AT TIME ZONE 'UTC')::date - ${ago}; BEGIN
              EXECUTE format('CREATE TABLE IF NOT EXISTS mcp_tool_calls_${name}_%s PARTITION OF mcp_tool_calls_${name} FOR VALUES FROM (%L) TO (%L)',
                to_char(day, 'YYYYMMDD'), day::text || 'T00:00:00Z', (day + 1)::text || 'T00:00:00Z'); END $$`,
          );
          await database.query(
            `INSERT INTO mcp_tool_calls (retention_class, call_id, created_at, workspace_id, token_id, token_name, tool_name, published_name, status, outcome, latency_ms, request_bytes)
             VALUES ($1, $2, ((now() AT TIME ZONE 'UTC')::date - $3::int)::timestamp AT TIME ZONE 'UTC' + interval '1 hour', $4, 't', 't', 'x', 'x', 200, 'success', 1, 1)`,
            [name, `call_${slug}_${at}`, ago, ids[slug]],
          );
        }
      }
    await product.app.get(PartitionsRepository).dropOlderThan(90);
    const left: { retention_class: string; ago: number }[] = await database.query(
      `SELECT DISTINCT retention_class, (now() AT TIME ZONE 'UTC')::date - (created_at AT TIME ZONE 'UTC')::date AS ago
         FROM mcp_tool_calls ORDER BY retention_class, ago`,
    );
    const of = (name: string): number[] => left.filter((row) => row.retention_class === name).map(({ ago }) => ago);
    expect({ standard: of('standard'), long: of('long'), hold: of('hold') }).toEqual({
      // 120: somebody keeps 200 days; 140: somebody is on hold.
      standard: [120, 140],
      // 250 is past the longest policy.
      long: [100, 120, 140, 160],
      hold: [100, 120, 140, 160, 250],
    });
    const dropped = await database.query('SELECT retention_class, count(*)::int AS days FROM audit_dropped_days GROUP BY 1 ORDER BY 1');
    expect(dropped).toEqual([
      { retention_class: 'long', days: 1 },
      { retention_class: 'standard', days: 3 },
    ]);
  });
});
