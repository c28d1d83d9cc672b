import { originFault } from './origin-policy.js';

describe('Origin and Host', () => {
  const loopback = { publicOrigin: () => 'http://localhost:3000', onLoopback: () => true };
  const remote = { publicOrigin: () => 'https://gw.example.com', onLoopback: () => false };

  it.each([
    [loopback, undefined, 'localhost:3000'],
    [loopback, 'http://localhost:3000', '127.0.0.1:3000'],
    [loopback, 'http://127.0.0.1:9', '[::1]:3000'],
    [remote, undefined, 'anything.example'],
    [remote, 'https://gw.example.com', 'gw.example.com'],
  ])('%# are accepted', (policy, origin, host) => expect(originFault(policy, origin, host)).toBeNull());

  it.each([
    [loopback, 'http://evil.example', 'localhost:3000'],
    [loopback, undefined, 'evil.example'],
    [loopback, 'null', 'localhost'],
    [loopback, '', 'localhost'],
    [loopback, 'http://localhost.evil.example', 'localhost'],
    [loopback, undefined, '127.0.0.1.evil.example'],
    [remote, 'http://localhost:3000', 'gw.example.com'],
    [remote, 'http://gw.example.com', 'gw.example.com'],
  ])('%# are refused', (policy, origin, host) => expect(originFault(policy, origin, host)).not.toBeNull());
});
