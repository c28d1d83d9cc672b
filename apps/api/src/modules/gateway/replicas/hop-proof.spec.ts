import { HopProof } from './hop-proof.js';

const proof = new HopProof(Buffer.alloc(32, 1));
const NOW = 1_800_000_000_000;
const ABOUT = { method: 'POST', target: '/api/gw/acme', client: '203.0.113.7' };

describe('the proof that a replica hands a request on', () => {
  const signed = proof.sign(ABOUT, NOW);

  it('holds in every process of the installation', () => {
    expect(new HopProof(Buffer.alloc(32, 1)).holds(signed, ABOUT, NOW + 1_000)).toBe(true);
  });

  it('holds for nothing else, not for long, and under no other key', () => {
    expect(proof.holds(signed, { ...ABOUT, method: 'GET' }, NOW)).toBe(false);
    expect(proof.holds(signed, { ...ABOUT, target: '/api/gw/other' }, NOW)).toBe(false);
    expect(proof.holds(signed, { ...ABOUT, client: '198.51.100.1' }, NOW)).toBe(false);
    expect(proof.holds(signed, ABOUT, NOW + 30_001)).toBe(false);
    expect(proof.holds(signed, ABOUT, NOW - 30_001)).toBe(false);
    expect(new HopProof(Buffer.alloc(32, 2)).holds(signed, ABOUT, NOW)).toBe(false);
  });

  it.each([undefined, '', 'x', `${NOW}.`, `${NOW + 1}${signed.slice(13)}`, `${signed}x`, signed.slice(0, -1), [signed, signed]])(
    'does not hold for %j',
    (value) => {
      expect(proof.holds(value, ABOUT, NOW)).toBe(false);
    },
  );
});
