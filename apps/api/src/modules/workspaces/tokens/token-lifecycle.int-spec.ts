import { DomainError } from '@mcpnest/shared/errors';
import { TokenClients, TokenUses } from '../../auth/index.js';
import { must, openPeopleBench, type Caller, type PeopleBench } from '../../../testing/people-bench.js';

describe('the life of a token', () => {
  let bench: PeopleBench;
  let root: Caller;
  let dora: Caller & { readonly userId: string };
  const make = async (body: object, by: Caller = root) =>
    must(201, await bench.call(by, 'POST', '/workspaces/acme/tokens', { name: 'ci', ...body })).body;
  const act = (id: string, action: string, body: object = {}, by: Caller = root) =>
    bench.call(by, 'POST', `/workspaces/acme/tokens/${id}/${action}`, body);
  const seen = async (id: string) =>
    must(200, await bench.call(root, 'GET', '/workspaces/acme/tokens?limit=200')).body.data.find(
      (token: { id: string }) => token.id === id,
    );
  const check = (token: string, address = '192.0.2.1', agent: string | null = null): string => {
    try {
      bench.verifier().verify(`Bearer ${token}`, 'acme', { address, agent });
      return 'ok';
    } catch (error) {
      return error instanceof DomainError ? error.code : String(error);
    }
  };
  const flush = () => bench.app.get(TokenUses, { strict: false }).flush();
  const shift = (id: string, column: string, span: string) =>
    bench.database.owner.query(`UPDATE tokens SET ${column} = now() - interval '${span}' WHERE id = $1`, [id]);

  beforeAll(async () => {
    bench = await openPeopleBench();
    root = await bench.setUp();
    must(201, await bench.call(root, 'POST', '/workspaces', { name: 'Acme' }));
    dora = await bench.join(root, 'acme', { email: 'dora@example.com', role: 'developer' });
  });
  afterAll(() => bench.close());

  describe('of somebody who leaves', () => {
    it('goes on for the workspace that took it over, with its value and nobody’s name', async () => {
      const lea = await bench.join(root, 'acme', { email: 'lea@example.com', role: 'developer' });
      const [kept, lost] = [await make({}, lea), await make({}, lea)];
      must(403, await act(kept.id, 'take-over', {}, lea));
      expect(must(200, await act(kept.id, 'take-over')).body).toMatchObject({ kind: 'service', owner: null, state: 'active' });
      expect(bench.verifier().verify(`Bearer ${kept.token}`, 'acme').userId).toBeNull();
      must(403, await act(kept.id, 'rotate', {}, lea));
      must(200, await act(kept.id, 'take-over'));
      const noted = (await bench.ledger()).filter(({ event }) => event === 'workspaces.token-taken-over');
      expect(noted.map(({ facts }) => facts)).toEqual([{ name: 'ci', last4: kept.last4, owner: 'lea@example.com' }]);
      must(204, await bench.call(root, 'DELETE', `/people/${lea.userId}`));
      expect([check(kept.token), check(lost.token)]).toEqual(['ok', 'auth.token-revoked']);
      must(409, await act(lost.id, 'take-over'));
      must(404, await act('tok_unknown', 'take-over'));
    });

    it('passes to another member as a new value, and the old one stays with who leaves', async () => {
      const max = await bench.join(root, 'acme', { email: 'max@example.com', role: 'developer' });
      const old = await make({ tools: ['demo:*'] }, max);
      must(403, await act(old.id, 'rotate', { owner: dora.userId }, max));
      must(422, await act(old.id, 'rotate', { owner: 'nobody@example.com' }));
      const passed = must(201, await act(old.id, 'rotate', { owner: 'dora@example.com', overlapSeconds: 3600 })).body;
      expect(passed).toMatchObject({ owner: { userId: dora.userId }, tools: ['demo:*'] });
      expect([check(old.token), (await seen(old.id)).owner.userId]).toEqual(['ok', max.userId]);
      must(204, await bench.call(root, 'DELETE', `/people/${max.userId}`));
      expect([check(passed.token), check(old.token)]).toEqual(['ok', 'auth.token-revoked']);
    });
  });

  describe('of a service', () => {
    it('belongs to the workspace and outlives the membership of who made it', async () => {
      const adam = await bench.join(root, 'acme', { email: 'adam@example.com', role: 'admin' });
      const [service, own] = [await make({ kind: 'service' }, adam), await make({}, adam)];
      expect([service.kind, service.owner, own.kind]).toEqual(['service', null, 'personal']);
      expect(bench.verifier().verify(`Bearer ${service.token}`, 'acme').userId).toBeNull();
      must(204, await bench.call(root, 'DELETE', `/workspaces/acme/members/${adam.userId}`));
      expect([check(service.token), check(own.token)]).toEqual(['ok', 'auth.token-revoked']);
      expect((await seen(own.id)).revokeReason).toBe('owner-left');
      must(422, await act(own.id, 'rotate'));
      must(201, await act(service.id, 'rotate'));
    });

    it('is made, rotated and revoked by owners and admins alone', async () => {
      must(403, await bench.call(dora, 'POST', '/workspaces/acme/tokens', { name: 'bot', kind: 'service' }));
      const { id } = await make({ kind: 'service' });
      for (const action of ['rotate', 'revoke', 'restore']) must(403, await act(id, action, {}, dora));
    });
  });

  it('shows when, from where and with what it was used, and from where it was refused', async () => {
    const { id, token } = await make({ addresses: ['192.0.2.0/24'] });
    expect([check(token, '192.0.2.9', 'curl/8.5'), check(token, '198.51.100.3')]).toEqual(['ok', 'auth.token-not-valid-here']);
    await flush();
    expect(await seen(id)).toMatchObject({
      addresses: ['192.0.2.0/24'],
      lastUse: { at: expect.any(String), client: 'curl/8.5', address: '192.0.2.9' },
      lastRefusal: { at: expect.any(String), address: '198.51.100.3' },
    });
    const named = await make({});
    check(named.token, '192.0.2.9', 'node');
    bench.app.get(TokenClients, { strict: false }).note(named.id, 'claude-code/2.1');
    await flush();
    expect((await seen(named.id)).lastUse.client).toBe('claude-code/2.1');
  });

  it('shows after a rotation who still uses the old one, and can be ended at once', async () => {
    const old = await make({});
    const fresh = must(201, await act(old.id, 'rotate', { overlapSeconds: 3600 })).body;
    expect(await seen(old.id)).toMatchObject({ state: 'rotating', usedSinceRotation: false, endsAt: null });
    expect([check(fresh.token), check(old.token, '192.0.2.77', 'old-client/1')]).toEqual(['ok', 'ok']);
    await flush();
    expect(await seen(old.id)).toMatchObject({
      state: 'rotating',
      usedSinceRotation: true,
      endsAt: expect.any(String),
      lastUse: { address: '192.0.2.77', client: 'old-client/1' },
    });
    expect(Math.abs(Date.parse((await seen(fresh.id)).lastUse.at) - Date.now())).toBeLessThan(60_000);
    must(204, await act(old.id, 'revoke', { reason: 'replaced' }));
    expect([check(old.token), check(fresh.token)]).toEqual(['auth.token-revoked', 'ok']);
  });

  it('goes on after a mistaken revoke is taken back, and not where it was compromised, too late or over', async () => {
    const token = await make({}, dora);
    must(204, await act(token.id, 'revoke', { reason: 'not-needed', note: 'old laptop' }, dora));
    expect(check(token.token)).toBe('auth.token-revoked');
    expect(Date.parse((await seen(token.id)).restorableUntil) - Date.now()).toBeLessThanOrEqual(3_600_000);
    expect(must(200, await act(token.id, 'restore', {}, dora)).body).toMatchObject({ id: token.id, state: 'active', revokedAt: null });
    expect(check(token.token)).toBe('ok');
    expect((await bench.ledger()).slice(-2)).toMatchObject([
      { event: 'workspaces.token-revoked', facts: { reason: 'not-needed', note: 'old laptop' } },
      { event: 'workspaces.token-restored', facts: { last4: token.last4 } },
    ]);
    const refused = async () => must(409, await act(token.id, 'restore', {}, dora)).body.code;
    expect(await refused()).toBe('workspaces.token-not-restorable');
    must(204, await act(token.id, 'revoke', { reason: 'compromised' }, dora));
    expect([await refused(), (await seen(token.id)).restorableUntil]).toEqual(['workspaces.token-not-restorable', null]);
    const late = await make({});
    must(204, await act(late.id, 'revoke'));
    await shift(late.id, 'revoked_at', '61 minutes');
    must(409, await act(late.id, 'restore'));
    must(404, await act('tok_nobody', 'restore'));
    must(400, await act(token.id, 'revoke', { reason: 'because' }, dora));
  });

  it('cannot be given back to somebody who left', async () => {
    const eve = await bench.join(root, 'acme', { email: 'eve@example.com', role: 'developer' });
    const { id } = await make({}, eve);
    must(204, await bench.call(root, 'DELETE', `/workspaces/acme/members/${eve.userId}`));
    expect(must(422, await act(id, 'restore')).body.code).toBe('workspaces.token-owner-unknown');
  });

  it('asks for a look when it ends soon or nobody uses it, in the list and as a filter', async () => {
    const [soon, idle] = [await make({ expiresAt: new Date(Date.now() + 3 * 86_400_000).toISOString() }), await make({ expiresAt: null })];
    await shift(idle.id, 'created_at', '91 days');
    const listed = async (attention: string) =>
      must(200, await bench.call(root, 'GET', `/workspaces/acme/tokens?attention=${attention}`)).body.data.map(
        ({ id }: { id: string }) => id,
      );
    expect([await listed('expiring'), await listed('unused')]).toEqual([[soon.id], [idle.id]]);
    expect([(await seen(soon.id)).attention, (await seen(idle.id)).attention]).toEqual(['expiring', 'unused']);
    must(204, await act(idle.id, 'revoke'));
    expect(await listed('unused')).toEqual([]);
  });

  describe('under an operator who bounds it', () => {
    const rule = (body: object, by: Caller = root) => bench.call(by, 'PUT', '/settings/tokens', body);
    afterEach(async () => void must(200, await rule({ lifetimeDaysMax: null, mayNeverExpire: true })));

    it('is no longer than allowed, when it is made and when it is rotated', async () => {
      const [never, long] = [
        await make({ expiresAt: null }),
        await make({ expiresAt: new Date(Date.now() + 300 * 86_400_000).toISOString() }),
      ];
      must(200, await rule({ lifetimeDaysMax: 30, mayNeverExpire: false }));
      const daysOf = ({ expiresAt }: { expiresAt: string }) => Math.round((Date.parse(expiresAt) - Date.now()) / 86_400_000);
      expect(daysOf(await make({}))).toBe(30);
      for (const expiresAt of [null, new Date(Date.now() + 31 * 86_400_000).toISOString()])
        expect(must(422, await bench.call(root, 'POST', '/workspaces/acme/tokens', { name: 'x', expiresAt })).body.code).toBe(
          'workspaces.token-lifetime',
        );
      for (const { id } of [never, long]) expect(daysOf(must(201, await act(id, 'rotate')).body)).toBe(30);
      expect((await bench.ledger()).some(({ event }) => event === 'workspaces.token-policy-changed')).toBe(true);
    });

    it('is bounded by nobody else, and by nothing that contradicts itself', async () => {
      must(403, await rule({ lifetimeDaysMax: 30, mayNeverExpire: false }, dora));
      expect(must(200, await bench.call(dora, 'GET', '/settings/tokens')).body).toEqual({ lifetimeDaysMax: null, mayNeverExpire: true });
      for (const body of [
        { lifetimeDaysMax: 30, mayNeverExpire: true },
        { lifetimeDaysMax: 0, mayNeverExpire: false },
        { mayNeverExpire: 'no' },
      ])
        must(400, await rule(body));
    });
  });
});
