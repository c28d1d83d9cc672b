import { createHash, hash } from 'node:crypto';
import { DomainError } from '@mcpnest/shared/errors';
import { newSecretToken } from '@mcpnest/shared/ids';
import { TokenEntry, tokenKey } from './token-entry.js';
import type { TokenRow } from './token-rows.read-model.js';
import { TokenVerifier } from './token-verifier.js';

type Parts = ConstructorParameters<typeof TokenVerifier>;

const rowOf = (token: string, row: Partial<TokenRow> = {}): TokenRow => ({
  id: 'tok_1',
  workspaceId: 'ws_1',
  ownerUserId: 'usr_1',
  name: 'ci',
  last4: token.slice(-4),
  hash: createHash('sha256').update(token).digest(),
  tools: null,
  addresses: null,
  toolsets: null,
  expiresAt: null,
  revokedAt: null,
  lastUsedAt: new Date(),
  replacedBy: null,
  overlapSeconds: null,
  diesAt: null,
  ...row,
});

/** The verifier over an index of given state. */
function verifierOf(
  token: string,
  index: { isLoaded?: boolean; ageMs?: number } = {},
  row: Partial<TokenRow> = {},
): { verifier: TokenVerifier; used: string[]; refused: string[] } {
  const entry = new TokenEntry(rowOf(token, row));
  const used: string[] = [];
  const refused: string[] = [];
  const parts = [
    {
      isLoaded: true,
      ageMs: 0,
      ...index,
      find: (key: string) => (key === entry.key ? entry : undefined),
      standInFor: () => entry,
      findById: (id: string) => (id === entry.id ? entry : undefined),
    },
    {
      note: ({ id }: TokenEntry) => used.push(id),
      noteRefusal: (_entry: TokenEntry, { address }: { address: string }) => refused.push(address),
    },
    { workspaceIdOf: (slug: string) => ({ acme: 'ws_1', globex: 'ws_2' })[slug] },
    { publicUrl: 'http://nest.example' },
  ] as unknown as Parts;
  return { verifier: new TokenVerifier(...parts), used, refused };
}

function codeOf(act: () => unknown): string {
  try {
    act();
    return 'ok';
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
}

describe('checking tokens', () => {
  const token = newSecretToken('mng_');
  const stranger = newSecretToken('mng_');

  it('answers 503 to everything well-formed before the first load', () => {
    const { verifier } = verifierOf(token, { isLoaded: false, ageMs: Infinity });
    expect([token, stranger].map((secret) => codeOf(() => verifier.verify(`Bearer ${secret}`, 'acme')))).toEqual([
      'auth.state-unknown',
      'auth.state-unknown',
    ]);
  });

  it.each([
    [0, 'ok', 'auth.token-not-valid-here'],
    [14_999, 'ok', 'auth.token-not-valid-here'],
    [15_001, 'ok', 'auth.state-unknown'],
    [60 * 60_000, 'ok', 'auth.state-unknown'],
    [60 * 60_000 + 1, 'auth.state-unknown', 'auth.state-unknown'],
  ])(
    'with a state of %d ms ago says %s to a known token and %s to an unknown one, a foreign one and an unknown slug',
    (ageMs, known, unknown) => {
      const { verifier } = verifierOf(token, { ageMs });
      expect(codeOf(() => verifier.verify(`Bearer ${token}`, 'acme'))).toBe(known);
      expect(
        [
          [stranger, 'acme'],
          [token, 'globex'],
          [token, 'nowhere'],
        ].map(([secret, slug]) => codeOf(() => verifier.verify(`Bearer ${secret}`, slug ?? ''))),
      ).toEqual([unknown, unknown, unknown]);
    },
  );

  it.each<[string, Partial<TokenRow>, boolean]>([
    ['lives', {}, true],
    ['was revoked', { revokedAt: new Date(Date.now() - 1) }, false],
    ['expired', { expiresAt: new Date(Date.now() - 1) }, false],
    ['ends later', { diesAt: new Date(Date.now() + 60_000) }, true],
  ])('says of a token that %s whether what it opened may go on', (_name, row, alive) => {
    const { verifier } = verifierOf(token, {}, row);
    expect([verifier.isAlive('tok_1'), verifier.isAlive('tok_2')]).toEqual([alive, false]);
  });

  it('notes uses of tokens that were let in, and of no others', () => {
    const { verifier, used } = verifierOf(token);
    for (const slug of ['acme', 'globex', 'nowhere']) codeOf(() => verifier.verify(`Bearer ${token}`, slug));
    expect(used).toEqual(['tok_1']);
  });
});

describe('an unknown token, a foreign one and an unknown slug', () => {
  const token = newSecretToken('mng_');
  const others = Array.from(
    { length: 50 },
    (_, at) => new TokenEntry(rowOf(newSecretToken('mng_'), { id: `tok_${at + 2}`, workspaceId: at % 2 ? 'ws_1' : 'ws_2' })),
  );
  /** What a check asks, in which number, and what comes of it, over an index as it is in use. */
  const traceOf = (secret: string, slug: string) => {
    const asked: string[] = [];
    const entry = new TokenEntry(rowOf(token));
    const note = <T>(name: string, value: T): T => {
      asked.push(name);
      return value;
    };
    const index = {
      get isLoaded() {
        return note('isLoaded', true);
      },
      get ageMs() {
        return note('ageMs', 0);
      },
      find: (key: string) => note('find', key === entry.key ? entry : undefined),
      standInFor: (key: string) => note('standInFor', others[key.charCodeAt(0) % others.length]),
    };
    const endpoints = {
      workspaceIdOf: (wanted: string) => note('workspaceIdOf', ({ acme: 'ws_1', globex: 'ws_2' } as Record<string, string>)[wanted]),
    };
    const uses = { note: () => note('note', undefined), noteRefusal: () => note('noteRefusal', undefined) };
    const parts = [index, uses, endpoints, { publicUrl: 'http://nest.example' }] as unknown as Parts;
    let answer = 'let in';
    try {
      new TokenVerifier(...parts).verify(`Bearer ${secret}`, slug);
    } catch (error) {
      answer = error instanceof DomainError ? JSON.stringify([error.code, error.facts]) : String(error);
    }
    return { asked: asked.sort(), answer };
  };

  it('are checked by the same steps, each taken once, and told the same', () => {
    const foreign = traceOf(token, 'globex');
    expect(foreign.asked).toEqual(['ageMs', 'find', 'isLoaded', 'standInFor', 'workspaceIdOf']);
    expect(foreign.answer).toContain('auth.token-not-valid-here');
    for (const slug of ['nowhere', '']) expect(traceOf(token, slug)).toEqual(foreign);
    for (const slug of ['acme', 'globex', 'nowhere'])
      for (let n = 0; n < 20; n++) expect(traceOf(newSecretToken('mng_'), slug)).toEqual(foreign);
  });

  it('cost a token that is let in no step of theirs', () => {
    expect(traceOf(token, 'acme').asked).toEqual(['ageMs', 'find', 'isLoaded', 'note', 'workspaceIdOf']);
  });
});

describe('a token that is bound to addresses', () => {
  const token = newSecretToken('mng_');
  const bound = () => verifierOf(token, {}, { addresses: ['203.0.113.0/24', '2001:db8::/32', '198.51.100.7'] });
  const from = (verifier: TokenVerifier, address: string) =>
    codeOf(() => verifier.verify(`Bearer ${token}`, 'acme', { address, agent: null }));

  it.each(['203.0.113.9', '2001:db8:1::5', '198.51.100.7', '::ffff:203.0.113.9'])('works from %s, which is in its list', (address) => {
    const { verifier, used, refused } = bound();
    expect([from(verifier, address), used, refused]).toEqual(['ok', ['tok_1'], []]);
  });

  it.each(['203.0.114.1', '2001:db9::1', '198.51.100.8', '', 'nonsense'])('is not valid here from %p', (address) => {
    const { verifier, used, refused } = bound();
    expect([from(verifier, address), used, refused]).toEqual(['auth.token-not-valid-here', [], [address]]);
  });

  it('is told from no unknown token by what is answered', () => {
    const { verifier } = bound();
    const answers = [token, newSecretToken('mng_')].map((secret) => {
      try {
        verifier.verify(`Bearer ${secret}`, 'acme', { address: '192.0.2.1', agent: null });
      } catch (error) {
        return error instanceof DomainError ? JSON.stringify([error.code, error.facts]) : 'another error';
      }
      return 'let in';
    });
    expect(answers[0]).toBe(answers[1]);
  });
});

describe('a token in memory', () => {
  it('never comes back to life by a row that does not know of its end yet', () => {
    const token = newSecretToken('mng_');
    const entry = new TokenEntry(rowOf(token, { replacedBy: 'tok_2', overlapSeconds: 10 }));
    expect(entry.endsAt).toBe(Infinity);
    expect(entry.end(1_000)).toBe(11_000);
    entry.update(rowOf(token, { replacedBy: 'tok_2', overlapSeconds: 10 }));
    expect(entry.endsAt).toBe(11_000);
    entry.update(rowOf(token, { revokedAt: new Date(5_000) }));
    expect(entry.endsAt).toBe(5_000);
  });

  it('is found by its hash', () => {
    const token = newSecretToken('mng_');
    expect(new TokenEntry(rowOf(token)).key).toBe(tokenKey(createHash('sha256').update(token).digest()));
    expect(hash('sha256', token, 'binary')).toBe(new TokenEntry(rowOf(token)).key);
  });
});
