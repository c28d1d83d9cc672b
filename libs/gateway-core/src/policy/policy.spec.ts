import { originFault } from './origin-policy.js';
import { ToolScope } from './tool-scope.js';

describe('the scope of a token', () => {
  const scope = new ToolScope(['files:read', 'search:*', '*:ping']);

  it.each([['files', 'read', true], ['files', 'write', false], ['search', 'anything', true], ['other', 'ping', true], ['other', 'read', false]])(
    '%s:%s is allowed: %s', (server, tool, allowed) => expect(scope.allows(server, tool)).toBe(allowed),
  );

  it('allows nothing where the list is empty and everything where it says so', () => {
    expect(new ToolScope([]).allows('a', 'b')).toBe(false);
    expect(new ToolScope(['*']).allows('a', 'b')).toBe(true);
  });

  it('keeps colons in tool names', () => {
    expect(new ToolScope(['s:a:b']).allows('s', 'a:b')).toBe(true);
  });

  it.each([['get_issue', true], ['get_pull_request', true], ['list_issues', false], ['get_', false]])('takes * for any run of characters: %s', (tool, allowed) => {
    expect(new ToolScope(['github:get_*e*']).allows('github', tool)).toBe(allowed);
  });

  it('ignores a pattern without a server', () => {
    expect(new ToolScope(['read']).allows('files', 'read')).toBe(false);
  });
});

describe('Origin and Host', () => {
  const loopback = { publicOrigin: () => 'http://localhost:3000', onLoopback: () => true };
  const remote = { publicOrigin: () => 'https://gw.example.com', onLoopback: () => false };

  it.each([
    [loopback, undefined, 'localhost:3000'], [loopback, 'http://localhost:3000', '127.0.0.1:3000'], [loopback, 'http://127.0.0.1:9', '[::1]:3000'],
    [remote, undefined, 'anything.example'], [remote, 'https://gw.example.com', 'gw.example.com'],
  ])('%# are accepted', (policy, origin, host) => expect(originFault(policy, origin, host)).toBeNull());

  it.each([
    [loopback, 'http://evil.example', 'localhost:3000'], [loopback, undefined, 'evil.example'], [loopback, 'null', 'localhost'], [loopback, '', 'localhost'],
    [loopback, 'http://localhost.evil.example', 'localhost'], [loopback, undefined, '127.0.0.1.evil.example'],
    [remote, 'http://localhost:3000', 'gw.example.com'], [remote, 'http://gw.example.com', 'gw.example.com'],
  ])('%# are refused', (policy, origin, host) => expect(originFault(policy, origin, host)).not.toBeNull());
});
