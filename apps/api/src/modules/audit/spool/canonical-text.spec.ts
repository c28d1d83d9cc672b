import { canonicalMembers } from '../chain/chain-hash.js';
import { callRecord } from '../testing/call-records.js';
import { CALL_COLUMNS, type ChainPlace } from './call-columns.js';
import { callOf, CanonicalText, canonicalCall, numberText } from './canonical-text.js';

const place = (sequence: number): ChainPlace => ({ writer: 'w1', retentionClass: 'standard', sequence });

describe('the canonical text of a record', () => {
  it('is what an export of its row says: JSON, members by name, those without a value left out', () => {
    const text = canonicalCall(callRecord({ reason: 'a "quoted" \\ reason', clientName: 'Zoë' }), place(7));
    const members = JSON.parse(text) as Record<string, unknown>;
    expect(canonicalMembers(members)).toBe(text);
    expect(members).toMatchObject({ sequence: 7, writer: 'w1', clientName: 'Zoë', latencyMs: 12.346, upstreamLatencyMs: 10.25 });
    expect(members).not.toHaveProperty('traceId');
  });

  it('does not depend on which calls were written before', () => {
    const texts = new CanonicalText();
    const tokens = ['tok_a', 'tok_b'];
    const tools = ['echo', 'add', 'x'.repeat(200), 'na"me'];
    const outcomes = [
      { outcome: 'success', status: 200, reason: null },
      { outcome: 'unknown', status: 500, reason: null },
      { outcome: 'limited', status: 429, reason: 'gateway.rate-limited' },
    ] as const;
    let sequence = 0;
    for (let round = 0; round < 3; round++)
      for (const tokenId of tokens)
        for (const publishedName of tools)
          for (const outcome of outcomes) {
            const record = callRecord({
              tokenId,
              publishedName,
              ...outcome,
              latencyMs: sequence / 7,
              traceId: round ? `trace${round}` : null,
            });
            const at = place(++sequence);
            expect(texts.of(record, at)).toBe(canonicalCall(record, at));
          }
    expect(sequence).toBe(72);
  });

  it('says so when a name changes that calls of one kind usually share', () => {
    const texts = new CanonicalText();
    for (const tokenName of ['laptop', 'phone', 'laptop'])
      expect(JSON.parse(texts.of(callRecord({ tokenName }), place(1)))).toHaveProperty('tokenName', tokenName);
  });

  it('says so when anything else changes that calls of one kind usually share', () => {
    const texts = new CanonicalText();
    const usual = callRecord({ reason: 'gateway.some', origin: 'upstream', gate: 'rate' });
    const elsewhere: ChainPlace[] = [
      { ...place(1), writer: 'w2' },
      { ...place(1), retentionClass: 'long' },
    ];
    const steady = CALL_COLUMNS.filter(({ isSteady, field }) => isSteady && field in usual).map(({ field }) => field);
    expect(steady).toHaveLength(CALL_COLUMNS.filter(({ isSteady }) => isSteady).length - elsewhere.length);
    for (const field of steady) {
      texts.of(usual, place(1));
      const other = { ...usual, [field]: typeof usual[field as keyof typeof usual] === 'number' ? 7 : 'other' };
      expect([field, texts.of(other, place(1))]).toEqual([field, canonicalCall(other, place(1))]);
    }
    for (const at of elsewhere) {
      texts.of(usual, place(1));
      expect(texts.of(usual, at)).toBe(canonicalCall(usual, at));
    }
  });

  it('writes numbers as JSON does', () => {
    const odd = [
      0,
      -0,
      7,
      -7,
      1e21,
      1e-7,
      0.1 + 0.2,
      999_999.999,
      1e9 + 0.001,
      123_456_789_012.345,
      -1.5,
      Number.MAX_SAFE_INTEGER,
      2 ** 53 + 2,
    ];
    const many = Array.from({ length: 20_000 }, (_, n) => (n * 7.919 * (n % 11)) / 3);
    const all = [...odd, ...many, ...many.map((n) => Math.round(n * 1_000) / 1_000)];
    expect(all.filter((number) => numberText(number) !== JSON.stringify(number))).toEqual([]);
  });

  it('stays true beyond the number of kinds that are remembered', () => {
    const texts = new CanonicalText();
    for (const round of [1, 2])
      for (let i = 0; i < 600; i++) {
        const record = callRecord({ tokenId: `tok_${i}`, requestBytes: round });
        expect(texts.of(record, place(i + 1))).toBe(canonicalCall(record, place(i + 1)));
      }
  });

  it('can be read back, so that a call that was cut off gets the row it would have had', () => {
    const record = callRecord({ receivedAt: 1_764_500_000_123, latencyMs: 0, upstreamLatencyMs: null, traceId: null });
    const text = canonicalCall(record, place(0));
    expect(canonicalCall(callOf(JSON.parse(text) as Record<string, unknown>), place(0))).toBe(text);
  });
});
