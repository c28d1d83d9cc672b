import { DomainError } from '@mcpnest/shared/errors';
import { assertToolPatterns, ToolScope } from './tool-scope.js';

describe('tool scopes', () => {
  it.each([
    ['github:get_issue', 'github', 'get_issue', true],
    ['github:get_issue', 'github', 'get_issues', false],
    ['github:get_issue', 'gitlab', 'get_issue', false],
    ['github:*', 'github', 'anything at all', true],
    ['github:*', 'github2', 'x', false],
    ['*:search', 'any', 'search', true],
    ['*:search', 'any', 'research', false],
    ['*', 'any', 'x', true],
    ['a:get_*', 'a', 'get_', true],
    ['a:get_*', 'a', 'forget_x', false],
    ['a:*_read', 'a', 'file_read', true],
    ['a:x*y*z', 'a', 'x-y-z', true],
    ['a:x*y*z', 'a', 'xz', false],
    ['a:ab*ba', 'a', 'aba', false],
    ['a:tool:with:colons', 'a', 'tool:with:colons', true],
    ['a:b.c', 'a', 'bxc', false],
  ])('%s on %s:%s is %s', (pattern, server, tool, allowed) => {
    expect(new ToolScope([pattern]).allows(server, tool)).toBe(allowed);
  });

  it('allow what any one pattern allows', () => {
    const scope = new ToolScope(['a:x', 'b:*']);
    expect([scope.allows('a', 'x'), scope.allows('b', 'q'), scope.allows('a', 'q')]).toEqual([true, true, false]);
  });

  it('take linear time on hostile patterns', () => {
    const scope = new ToolScope([`a:${'*a'.repeat(140)}b`]);
    const start = performance.now();
    for (let i = 0; i < 100; i++) scope.allows('a', 'a'.repeat(10_000));
    expect(performance.now() - start).toBeLessThan(500);
  });

  it.each(['', 'github', ':x', 'github:', 'Git Hub:x', 'github:a b', '**:x', '-a:x'])('refuse to be written as %p', (pattern) => {
    expect(() => assertToolPatterns(['a:b', pattern])).toThrow(DomainError);
  });
});
