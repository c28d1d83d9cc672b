import { createTestApp, type TestApp } from '../../../testing/create-test-app.js';
import { quietLog } from '../../../testing/quiet-log.js';
import type { RestClient } from '../../../testing/rest-client.js';

jest.setTimeout(120_000);

const VIEWS = '/workspaces/acme/call-views';

describe('views of the call log', () => {
  let product: TestApp;
  let operator: RestClient;
  const people: Record<string, RestClient> = {};

  beforeAll(async () => {
    quietLog();
    product = await createTestApp();
    operator = await product.operator();
    for (const name of ['Acme', 'Other']) await operator.post('/workspaces', { name });
    for (const [name, slug, role] of [
      ['dora', 'acme', 'developer'],
      ['anna', 'acme', 'auditor'],
      ['eve', 'other', 'owner'],
    ]) {
      const { body } = await operator.post(`/workspaces/${slug}/members`, { email: `${name}@example.com`, role });
      const code = new URL(body.inviteUrl).hash.slice(1);
      people[name!] = product.client();
      await people[name!]!.post('/auth/invites/accept', { code, name, password: 'a long enough password' });
    }
  });
  afterAll(() => product.close());
  const names = async (who: string): Promise<string[]> =>
    (await people[who]!.get(VIEWS)).body.data.map(
      ({ name, shared, mayChange }: Record<string, unknown>) => `${name} ${shared} ${mayChange}`,
    );

  it('are one’s own, or shared by whoever may read every call', async () => {
    const own = await people['dora']!.post(VIEWS, { name: ' Slow ', filters: { latencyMin: 500, range: 'h24' } });
    expect(own).toMatchObject({
      status: 201,
      body: { name: 'Slow', filters: { latencyMin: 500, range: 'h24' }, shared: false, mayChange: true },
    });
    expect((await people['dora']!.post(VIEWS, { name: 'All', filters: {}, shared: true })).status).toBe(403);
    expect((await people['anna']!.post(VIEWS, { name: 'Failed', filters: { outcome: 'failed' }, shared: true })).status).toBe(201);
    expect(await names('dora')).toEqual(['Failed true false', 'Slow false true']);
    expect(await names('anna')).toEqual(['Failed true true']);
    expect((await people['eve']!.get(VIEWS)).status).toBe(404);
  });

  it('have names that are free, filters that the list knows, and are nobody else’s to change', async () => {
    expect((await people['dora']!.post(VIEWS, { name: 'slow', filters: {} })).body.code).toBe('audit.view-name-taken');
    expect((await people['anna']!.post(VIEWS, { name: 'slow', filters: {} })).status).toBe(201);
    for (const filters of [{ nonsense: 1 }, { outcome: 'odd' }, { range: 'y1' }, 'all'])
      expect((await people['dora']!.post(VIEWS, { name: 'Odd', filters })).status).toBe(400);
    const { data } = (await people['dora']!.get(VIEWS)).body;
    const [shared, own] = data;
    expect((await people['dora']!.patch(`${VIEWS}/${shared.id}`, { name: 'Mine' })).status).toBe(403);
    expect((await people['anna']!.delete(`${VIEWS}/${own.id}`)).body.code).toBe('audit.view-not-found');
    expect((await people['dora']!.patch(`${VIEWS}/${own.id}`, { filters: { tool: 'read' } })).body).toMatchObject({
      name: 'Slow',
      filters: { tool: 'read' },
    });
    expect((await people['anna']!.delete(`${VIEWS}/${shared.id}`)).status).toBe(204);
    expect(await names('dora')).toEqual(['Slow false true']);
  });

  it('stand in the ledger, before and after', async () => {
    const { body } = await operator.get('/ledger?event=audit.view-saved&actor=dora');
    expect(body.data[0]).toMatchObject({
      facts: { name: 'Slow', shared: false },
      changes: [{ kind: 'view', before: { filters: { latencyMin: 500 } }, after: { filters: { tool: 'read' } } }],
    });
  });
});
