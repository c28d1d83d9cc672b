import { canonicalMembers } from '../chain/chain-hash.js';
import { callRecord } from '../testing/call-records.js';
import { CALL_COLUMNS, type ChainPlace } from './call-columns.js';
import { callOf, CanonicalText, canonicalCall, TEXT_BYTES_MAX } from './canonical-text.js';

const bytes = Buffer.alloc(TEXT_BYTES_MAX);
const textOf = (texts: CanonicalText, ...[call, at]: Parameters<typeof canonicalCall>): string =>
  bytes.toString('utf8', 0, texts.write(bytes, 0, call, at));

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
            expect(textOf(texts, record, at)).toBe(canonicalCall(record, at));
          }
    expect(sequence).toBe(72);
  });

  it('says so when a name changes that calls of one kind usually share', () => {
    const texts = new CanonicalText();
    for (const tokenName of ['laptop', 'phone', 'laptop'])
      expect(JSON.parse(textOf(texts, callRecord({ tokenName }), place(1)))).toHaveProperty('tokenName', tokenName);
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
      textOf(texts, usual, place(1));
      const other = { ...usual, [field]: typeof usual[field as keyof typeof usual] === 'number' ? 7 : 'other' };
      expect([field, textOf(texts, other, place(1))]).toEqual([field, canonicalCall(other, place(1))]);
    }
    for (const at of elsewhere) {
      textOf(texts, usual, place(1));
      expect(textOf(texts, usual, at)).toBe(canonicalCall(usual, at));
    }
  });

  it('is bounded and fit for the database, whatever a name holds, also in members that no two calls share', () => {
    const texts = new CanonicalText();
    const names = [
      '\u0001'.repeat(500),
      '€'.repeat(500),
      'a\ud800b',
      'nul\u0000',
      '"\\\n',
      'x'.repeat(1_000_000),
      '\u{1f600}'.repeat(100),
      '',
    ];
    for (const name of names) {
      const record = callRecord({ callId: name, traceId: name, toolName: name, publishedName: name, tokenName: name, reason: name });
      const text = textOf(texts, record, place(1));
      const { callId, traceId, tokenName } = JSON.parse(text) as Record<string, string>;
      expect(text).toBe(canonicalMembers(JSON.parse(text) as Record<string, unknown>));
      expect(new Set([callId, traceId, tokenName])).toEqual(new Set([callId]));
      expect(callId!.length).toBeLessThanOrEqual(128);
      expect(callId).not.toMatch(/\p{Surrogate}|\0/u);
      expect(Buffer.byteLength(text)).toBeLessThan(TEXT_BYTES_MAX);
    }
  });

  it('stays true beyond the number of kinds that are remembered', () => {
    const texts = new CanonicalText();
    for (const round of [1, 2])
      for (let i = 0; i < 600; i++) {
        const record = callRecord({ tokenId: `tok_${i}`, requestBytes: round });
        expect(textOf(texts, record, place(i + 1))).toBe(canonicalCall(record, place(i + 1)));
      }
  });

  it('can be read back, so that a call that was cut off gets the row it would have had', () => {
    const record = callRecord({ receivedAt: 1_764_500_000_123, latencyMs: 0, upstreamLatencyMs: null, traceId: null });
    const text = canonicalCall(record, place(0));
    expect(canonicalCall(callOf(JSON.parse(text) as Record<string, unknown>), place(0))).toBe(text);
  });
});
