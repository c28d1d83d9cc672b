import { canonicalMembers } from '../chain/chain-hash.js';
import { callRecord } from '../testing/call-records.js';
import type { ChainPlace } from './call-columns.js';
import { callOf, CanonicalText, canonicalCall } from './canonical-text.js';

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
