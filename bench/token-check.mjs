// What the check of a gateway token costs at 100,000 tokens, and whether its time tells an unknown token, a foreign token and an
// unknown slug apart. Needs the built server (npm run build): node bench/token-check.mjs
import { createHash } from 'node:crypto';
import { TokenIndex } from '../apps/api/dist/modules/auth/tokens/token-index.js';
import { TokenVerifier } from '../apps/api/dist/modules/auth/tokens/token-verifier.js';
import { newSecretToken } from '../libs/shared/dist/ids/index.js';

const TOKENS = 100_000;
const ROUNDS = 40;
const PER_ROUND = 20_000;

const secrets = Array.from({ length: TOKENS }, () => newSecretToken('mng_'));
const rows = secrets.map((secret, at) => ({
  id: `tok_${String(at).padStart(6, '0')}`,
  workspaceId: `ws_${at % 1_000}`,
  ownerUserId: 'usr_1',
  name: 'bench',
  last4: secret.slice(-4),
  hash: createHash('sha256').update(secret).digest(),
  tools: null,
  addresses: null,
  toolsets: null,
  expiresAt: null,
  revokedAt: null,
  lastUsedAt: new Date(Date.now() + 3_600_000),
  replacedBy: null,
  overlapSeconds: null,
  diesAt: null,
}));
const reads = {
  pageAcrossWorkspaces: (_ctx, after, limit) => {
    const from = after === '' ? 0 : Number(after.slice(4)) + 1;
    return Promise.resolve(rows.slice(from, from + limit));
  },
  changedAcrossWorkspaces: () => Promise.resolve([]),
  countAcrossWorkspaces: () => Promise.resolve(TOKENS),
};
const index = new TokenIndex(reads, { subscribe: () => undefined, confirmedAgeMs: 0 });
const before = process.memoryUsage().heapUsed;
await index.apply(1);
const bytes = (process.memoryUsage().heapUsed - before) / TOKENS;
const slugs = new Map(Array.from({ length: 1_000 }, (_, at) => [`slug-${at}`, `ws_${at}`]));
const nobody = { note: () => undefined, noteRefusal: () => undefined };
const verifier = new TokenVerifier(index, nobody, { workspaceIdOf: (slug) => slugs.get(slug) }, { publicUrl: 'http://bench' });
const caller = { address: '192.0.2.1', agent: null };

/** Microseconds per check, one figure per round; the kinds take turns, so that what disturbs one disturbs all. */
const kinds = {
  valid: (at) => [secrets[at], `slug-${at % 1_000}`],
  unknown: () => [newSecretToken('mng_'), 'slug-1'],
  foreign: (at) => [secrets[at], `slug-${(at + 1) % 1_000}`],
  'no such slug': (at) => [secrets[at], 'nowhere'],
};
const figures = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, []]));
for (let round = 0; round < ROUNDS + 2; round++) {
  for (const [kind, make] of Object.entries(kinds)) {
    const asked = Array.from({ length: PER_ROUND }, (_, at) => make((at * 7919 + round) % TOKENS)).map(([token, slug]) => [
      // As the HTTP parser hands it over: one piece of text, not one that is put together when it is first looked at.
      Buffer.from(`Bearer ${token}`, 'latin1').toString('latin1'),
      slug,
    ]);
    const begun = performance.now();
    for (const [authorization, slug] of asked) {
      try {
        verifier.verify(authorization, slug, caller);
      } catch {
        // A refusal is what is measured.
      }
    }
    // The first rounds warm the engine up.
    if (round > 1) figures[kind].push(((performance.now() - begun) * 1_000) / PER_ROUND);
  }
}
const sorted = (values) => [...values].sort((a, b) => a - b);
const at = (values, share) => sorted(values)[Math.floor((values.length - 1) * share)];
for (const [kind, values] of Object.entries(figures)) {
  console.log(`${kind.padEnd(14)} ${at(values, 0.5).toFixed(2)} µs median, ${at(values, 0.1).toFixed(2)} to ${at(values, 0.9).toFixed(2)}`);
}
const refused = ['unknown', 'foreign', 'no such slug'].map((kind) => at(figures[kind], 0.5));
console.log(
  `refusals differ by ${(Math.max(...refused) / Math.min(...refused) - 1).toLocaleString('en', { style: 'percent', maximumFractionDigits: 1 })} of their medians`,
);
console.log(`${Math.round(bytes)} bytes of heap per token at ${TOKENS.toLocaleString('en')} tokens`);
