import { FAILURES_PER_WINDOW, FailedAddresses } from './failed-addresses.js';

/** The wait after one more failure than a minute has room for. */
function exhausted(failed: FailedAddresses, address: string, now = 0): number {
  for (let count = 0; count < FAILURES_PER_WINDOW; count++) expect(failed.note(address, now)).toBe(0);
  return failed.note(address, now);
}

describe('failures of authentication', () => {
  it('are answered up to a bound per address and minute, and then wait for the minute to end', () => {
    const failed = new FailedAddresses();
    expect(exhausted(failed, '203.0.113.9')).toBe(60);
    expect([failed.note('203.0.113.9', 59_500), failed.note('203.0.113.9', 60_000)]).toEqual([1, 0]);
  });

  it('of one address hold up no other, unless both are of one network of IPv6', () => {
    const failed = new FailedAddresses();
    exhausted(failed, '203.0.113.9');
    expect(failed.note('203.0.113.10', 0)).toBe(0);
    exhausted(failed, '2001:db8::1');
    expect([failed.note('2001:db8:0:0:9::1', 0), failed.note('2001:db8:0:1::1', 0), failed.note('::1', 0)]).toEqual([60, 0, 0]);
  });

  it('cost bounded memory, however many addresses there are', () => {
    const failed = new FailedAddresses();
    exhausted(failed, '198.51.100.1');
    for (let host = 0; host < 20_000; host++) failed.note(`10.${host >> 16}.${(host >> 8) & 255}.${host & 255}`, 0);
    expect(failed.note('198.51.100.1', 0)).toBe(0);
  });
});
