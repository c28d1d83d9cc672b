import type { UpstreamFailureCode } from '@mcpnest/gateway-core';
import { afterLook, type Look } from './look.js';

const GONE = 'gateway.upstream-unreachable';

/** States after each look; the nth look is at second n. */
function states(faults: readonly (UpstreamFailureCode | null)[]): string {
  let look: Look | null = null;
  return faults
    .map((fault, second) => {
      look = afterLook(look, fault, new Date(second * 1_000)) ?? look;
      return look === null ? '?' : look.isUp ? 'u' : 'd';
    })
    .join('');
}

describe('looks at a server', () => {
  it('turn after three failures in a row, and back after two that succeed', () => {
    expect(states([null, GONE, GONE, GONE, GONE, null, GONE, null, null])).toBe('uuudddddu');
    expect(states([GONE, GONE, null, GONE, GONE, null])).toBe('uuuuuu');
  });

  it('that find a server with a wish of its own find it there', () => {
    expect(states([GONE, GONE, GONE, 'gateway.upstream-login-needed', 'gateway.upstream-login-needed'])).toBe('uuddu');
  });

  it('that something of ours is in the way of say nothing', () => {
    expect(states(['gateway.credential-missing', GONE, GONE, 'gateway.upstream-denied', GONE])).toBe('?uuud');
  });

  it('say since when, and why', () => {
    const up = afterLook(null, null, new Date(1_000))!;
    const down = [2, 3, 4].reduce((look, second) => afterLook(look, GONE, new Date(second * 1_000))!, up);
    expect(down).toEqual({ isUp: false, since: new Date(4_000), streak: 0, reason: GONE });
    expect(afterLook(down, 'gateway.upstream-broken', new Date(5_000))).toEqual({ ...down, reason: 'gateway.upstream-broken' });
  });
});
