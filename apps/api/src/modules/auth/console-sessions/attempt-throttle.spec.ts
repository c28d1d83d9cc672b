import { DomainError } from '@mcpnest/shared/errors';
import { AttemptThrottle } from './attempt-throttle.js';

const MINUTE = 60_000;

describe('the throttle of failed sign-ins', () => {
  let throttle: AttemptThrottle;
  const fail = (times: number, account = 'a@example.com', address = '10.0.0.1') => {
    for (let i = 0; i < times; i++) throttle.recordFailure(account, address);
  };
  const isOpen = (account = 'a@example.com', address = '10.0.0.1') => {
    try {
      throttle.assertOpen(account, address);
      return true;
    } catch {
      return false;
    }
  };

  beforeEach(() => {
    jest.useFakeTimers();
    throttle = new AttemptThrottle();
  });
  afterEach(() => jest.useRealTimers());

  it('closes after five failures, for the account from that address alone', () => {
    fail(4);
    expect(isOpen()).toBe(true);
    fail(1);
    expect([isOpen(), isOpen('b@example.com'), isOpen('a@example.com', '10.0.0.2')]).toEqual([false, true, true]);
  });

  it('opens when the oldest of five is 15 minutes old, and says when that is', () => {
    fail(1);
    jest.advanceTimersByTime(5 * MINUTE);
    fail(4);
    let refusal: unknown;
    try {
      throttle.assertOpen('a@example.com', '10.0.0.1');
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(DomainError);
    expect((refusal as DomainError).facts.retryAfterSeconds).toBe(600);
    jest.advanceTimersByTime(10 * MINUTE);
    expect(isOpen()).toBe(true);
  });

  it('forgets failures after a success', () => {
    fail(4);
    throttle.recordSuccess('a@example.com', '10.0.0.1');
    fail(4);
    expect(isOpen()).toBe(true);
  });

  it('takes the addresses of one IPv6 network for one, and mapped IPv4 for IPv4', () => {
    fail(3, 'a@example.com', '2001:db8::1');
    fail(2, 'a@example.com', '2001:db8:0:0:ffff::2');
    expect([isOpen('a@example.com', '2001:db8::abcd'), isOpen('a@example.com', '2001:db8:0:1::1')]).toEqual([false, true]);
    fail(5, 'a@example.com', '::ffff:10.0.0.9');
    expect(isOpen('a@example.com', '10.0.0.9')).toBe(false);
  });

  it('keeps no more than it is allowed to', () => {
    for (let i = 0; i < 50_001; i++) throttle.recordFailure(`p${i}`, '10.0.0.1');
    expect((throttle as unknown as { failures: Map<string, unknown> }).failures.size).toBe(50_000);
  });
});
