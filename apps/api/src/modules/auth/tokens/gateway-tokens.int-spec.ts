import { DomainError } from '@mcpnest/shared/errors';
import { newSecretToken } from '@mcpnest/shared/ids';
import { eventually } from '../../../testing/eventually.js';
import { must, openPeopleBench, type Caller, type PeopleBench } from '../../../testing/people-bench.js';
import { TokenUses } from './token-uses.js';

/** What the endpoint would answer: `ok`, or the code with its detail. */
function check(bench: PeopleBench, token: string | undefined, slug = 'acme'): string {
  try {
    bench.verifier().verify(token === undefined ? undefined : `Bearer ${token}`, slug);
    return 'ok';
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.code;
  }
}

function refusalOf(bench: PeopleBench, authorization: string | undefined, slug = 'acme'): DomainError {
  try {
    bench.verifier().verify(authorization, slug);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('not refused');
}

describe('gateway tokens at the endpoint', () => {
  let bench: PeopleBench;
  let root: Caller;
  const make = async (body: object = {}, slug = 'acme') =>
    must(201, await bench.call(root, 'POST', `/workspaces/${slug}/tokens`, { name: 'ci', ...body })).body;
  const rotate = async (id: string, body: object = {}) =>
    must(201, await bench.call(root, 'POST', `/workspaces/acme/tokens/${id}/rotate`, body)).body;
  const flush = (of = bench) => of.app.get(TokenUses, { strict: false }).flush();

  beforeAll(async () => {
    bench = await openPeopleBench({ publicUrl: 'http://nest.example' });
    root = await bench.setUp();
    for (const name of ['Acme', 'Globex']) must(201, await bench.call(root, 'POST', '/workspaces', { name }));
  });
  afterAll(() => bench.close());

  it('open their workspace the moment they are answered, and name the principal', async () => {
    const { token, id, owner } = await make({ tools: ['github:get_*'] });
    const principal = bench.verifier().verify(`Bearer ${token}`, 'acme');
    expect(principal).toMatchObject({ tokenId: id, tokenName: 'ci', userId: owner.userId });
    expect([principal.tools?.allows('github', 'get_issue'), principal.tools?.allows('github', 'delete_repo')]).toEqual([true, false]);
    expect(bench.verifier().verify(`bearer  ${token} `, 'acme')).toBe(principal);
  });

  it('are refused with one answer when unknown, foreign, or sent to a slug that does not exist', async () => {
    const { token } = await make();
    const answers = [
      refusalOf(bench, `Bearer ${newSecretToken('mng_')}`),
      refusalOf(bench, `Bearer ${token}`, 'globex'),
      refusalOf(bench, `Bearer ${token}`, 'no-such-slug'),
      refusalOf(bench, `Bearer ${newSecretToken('mng_')}`, 'no-such-slug'),
    ];
    expect(new Set(answers.map(({ code, message, facts }) => JSON.stringify({ code, message, facts })))).toEqual(
      new Set([
        JSON.stringify({
          code: 'auth.token-not-valid-here',
          message:
            'It is unknown, belongs to another address or may not be used from where you are. Get a token at http://nest.example/connect.',
          facts: {
            detail:
              'It is unknown, belongs to another address or may not be used from where you are. Get a token at http://nest.example/connect.',
          },
        }),
      ]),
    );
  });

  it('say nothing of a revoked or expired token to anybody who asks at another address', async () => {
    const { token, id } = await make();
    must(204, await bench.call(root, 'POST', `/workspaces/acme/tokens/${id}/revoke`));
    expect(check(bench, token, 'globex')).toBe('auth.token-not-valid-here');
    expect(check(bench, token)).toBe('auth.token-revoked');
  });

  it.each([
    [undefined, 'missing'],
    ['', 'missing'],
    ['Basic eDp5', 'missing'],
    ['Bearer', 'malformed'],
    ['Bearer x', 'malformed'],
    [`Bearer ${newSecretToken('mna_')}`, 'malformed'],
    ['Bearer mng_abcdefghijklmnopqrstuvwxyzABCD02oPn3', 'malformed'],
  ])('refuse the header %p as %s', (header, code) => {
    expect(refusalOf(bench, header).code).toBe(`auth.token-${code}`);
    expect(refusalOf(bench, header).message).toContain('http://nest.example/connect');
  });

  it('are refused at once when revoked, with the last four and the time', async () => {
    const { token, id, last4 } = await make();
    expect(check(bench, token)).toBe('ok');
    must(204, await bench.call(root, 'POST', `/workspaces/acme/tokens/${id}/revoke`));
    const { code, message } = refusalOf(bench, `Bearer ${token}`);
    expect([code, message]).toEqual([
      'auth.token-revoked',
      expect.stringMatching(new RegExp(`ends in ${last4} .*\\d{4}-\\d\\d-\\d\\dT.*nest.example/connect`)),
    ]);
    expect(message).not.toContain(token);
    expect(must(409, await bench.call(root, 'POST', `/workspaces/acme/tokens/${id}/revoke`)).body.code).toBe('workspaces.token-not-active');
  });

  it('expire by themselves', async () => {
    const { token } = await make({ expiresAt: new Date(Date.now() + 3_600_000).toISOString() });
    expect(check(bench, token)).toBe('ok');
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_600_001);
    try {
      expect(check(bench, token)).toBe('auth.token-expired');
    } finally {
      clock.mockRestore();
    }
  });

  it('follow the workspace to a new slug, and end with it', async () => {
    const { body } = must(201, await bench.call(root, 'POST', '/workspaces', { name: 'Moving' }));
    const { token } = await make({}, 'moving');
    must(200, await bench.call(root, 'PATCH', '/workspaces/moving', { slug: 'moved' }));
    expect([check(bench, token, 'moving'), check(bench, token, 'moved')]).toEqual(['auth.token-not-valid-here', 'ok']);
    must(204, await bench.call(root, 'DELETE', '/workspaces/moved'));
    expect(check(bench, token, 'moved')).toBe('auth.token-not-valid-here');
    expect(await bench.database.owner.query('SELECT 1 FROM tokens WHERE workspace_id = $1', [body.id])).toEqual([]);
    must(201, await bench.call(root, 'POST', '/workspaces', { name: 'Squatter', slug: 'moved' }));
    expect(check(bench, token, 'moved')).toBe('auth.token-not-valid-here');
  });

  describe('rotated', () => {
    it('the old one works until the first use of the new one', async () => {
      const old = await make();
      const fresh = await rotate(old.id);
      expect(fresh).toMatchObject({ name: 'ci', state: 'active', replacedBy: null });
      expect([check(bench, old.token), check(bench, old.token)]).toEqual(['ok', 'ok']);
      expect([check(bench, fresh.token), check(bench, old.token)]).toEqual(['ok', 'auth.token-revoked']);
      await flush();
      expect((await bench.ledger()).at(-1)).toMatchObject({ event: 'workspaces.token-retired', facts: { last4: old.last4 } });
      const { data } = must(200, await bench.call(root, 'GET', '/workspaces/acme/tokens?state=revoked')).body;
      expect(data.find(({ id }: { id: string }) => id === old.id)).toMatchObject({
        state: 'revoked',
        replacedBy: fresh.id,
        revokedAt: expect.any(String),
      });
    });

    it('overlaps for the seconds given, counted from the first use of the new one', async () => {
      const old = await make();
      const fresh = await rotate(old.id, { overlapSeconds: 60 });
      const start = Date.now();
      const clock = jest.spyOn(Date, 'now');
      try {
        clock.mockReturnValue(start + 3_600_000);
        expect([check(bench, old.token), check(bench, fresh.token), check(bench, old.token)]).toEqual(['ok', 'ok', 'ok']);
        clock.mockReturnValue(start + 3_600_000 + 59_999);
        expect([check(bench, fresh.token), check(bench, old.token)]).toEqual(['ok', 'ok']);
        clock.mockReturnValue(start + 3_600_000 + 60_000);
        expect([check(bench, fresh.token), check(bench, old.token)]).toEqual(['ok', 'auth.token-revoked']);
      } finally {
        clock.mockRestore();
      }
      await flush();
    });

    it('with `until` alone ends then, used or not', async () => {
      const old = await make();
      const until = Date.now() + 60_000;
      const fresh = await rotate(old.id, { until: new Date(until).toISOString() });
      expect([check(bench, fresh.token), check(bench, old.token)]).toEqual(['ok', 'ok']);
      expect(must(200, await bench.call(root, 'GET', '/workspaces/acme/tokens?state=rotating')).body.data).toContainEqual(
        expect.objectContaining({ id: old.id, replacedBy: fresh.id }),
      );
      const clock = jest.spyOn(Date, 'now').mockReturnValue(until);
      try {
        expect(check(bench, old.token)).toBe('auth.token-revoked');
      } finally {
        clock.mockRestore();
      }
    });

    it('has one winner when asked at once, and cannot be rotated twice', async () => {
      const old = await make();
      const answers = await Promise.all([1, 2, 3, 4].map(() => bench.call(root, 'POST', `/workspaces/acme/tokens/${old.id}/rotate`, {})));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
      must(409, await bench.call(root, 'POST', `/workspaces/acme/tokens/${old.id}/rotate`, {}));
    });

    it('in a chain ends whole with the first use of the newest', async () => {
      const first = await make();
      const second = await rotate(first.id);
      const third = await rotate(second.id);
      expect([check(bench, first.token)]).toEqual(['ok']);
      expect([check(bench, third.token), check(bench, second.token), check(bench, first.token)]).toEqual([
        'ok',
        'auth.token-revoked',
        'auth.token-revoked',
      ]);
      await flush();
      expect(
        await bench.database.owner.query('SELECT count(*)::int AS n FROM tokens WHERE id = ANY($1) AND dies_at <= now()', [
          [first.id, second.id],
        ]),
      ).toEqual([{ n: 2 }]);
    });

    it('keeps its life span', async () => {
      const old = await make({ expiresAt: new Date(Date.now() + 86_400_000).toISOString() });
      const fresh = await rotate(old.id);
      expect(Math.abs(Date.parse(fresh.expiresAt) - Date.now() - 86_400_000)).toBeLessThan(60_000);
      expect((await rotate((await make({ expiresAt: null })).id)).expiresAt).toBeNull();
    });
  });

  describe('on another replica', () => {
    /** A notice of the database tells it, or the poll behind that. */
    const sees = (look: () => string[], expected: readonly string[]) => eventually(look, (seen) => seen.join() === expected.join(), 10_000);

    it('follow revocations, rotations and deletions without being asked', async () => {
      const other = await openPeopleBench({ database: bench.database });
      try {
        const [revoked, rotated] = [await make(), await make()];
        const fresh = await rotate(rotated.id);
        await sees(() => [check(other, revoked.token), check(other, fresh.token)], ['ok', 'ok']);
        await flush(other);
        must(204, await bench.call(root, 'POST', `/workspaces/acme/tokens/${revoked.id}/revoke`));
        await sees(() => [check(other, revoked.token)], ['auth.token-revoked']);
        await sees(() => [check(bench, rotated.token)], ['auth.token-revoked']);
      } finally {
        await other.close();
      }
    });

    it('are all known after a start', async () => {
      const [alive, dead] = [await make(), await make()];
      must(204, await bench.call(root, 'POST', `/workspaces/acme/tokens/${dead.id}/revoke`));
      const other = await openPeopleBench({ database: bench.database });
      try {
        expect([check(other, alive.token), check(other, dead.token)]).toEqual(['ok', 'auth.token-revoked']);
      } finally {
        await other.close();
      }
    });
  });

  it('note their last use without a query of their own', async () => {
    const { token, id } = await make();
    for (let i = 0; i < 50; i++) check(bench, token);
    await flush();
    const [before] = await bench.database.owner.query('SELECT last_used_at, xmin FROM tokens WHERE id = $1', [id]);
    expect(Math.abs(before.last_used_at.getTime() - Date.now())).toBeLessThan(10_000);
    check(bench, token);
    await flush();
    expect((await bench.database.owner.query('SELECT last_used_at, xmin FROM tokens WHERE id = $1', [id]))[0]).toEqual(before);
  });

  it('are stored as a hash alone', async () => {
    const { token } = await make();
    const stored = JSON.stringify([
      await bench.database.owner.query('SELECT t::text FROM tokens t'),
      await bench.ledger(),
      (await bench.call(root, 'GET', '/workspaces/acme/tokens')).body,
    ]);
    expect(stored).not.toContain(token);
    expect(stored).not.toContain(token.slice(4, 34));
  });
});
