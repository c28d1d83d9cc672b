import { isServerVisible, ToolScope } from './tool-scope.js';

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

  it('allow nothing where the list is empty, and ignore what names no server', () => {
    expect(new ToolScope([]).allows('a', 'b')).toBe(false);
    expect(new ToolScope(['read']).allows('files', 'read')).toBe(false);
  });

  it('allow what any one pattern allows', () => {
    const scope = new ToolScope(['a:x', 'b:*']);
    expect([scope.allows('a', 'x'), scope.allows('b', 'q'), scope.allows('a', 'q')]).toEqual([true, true, false]);
  });

  it.each([
    ['a:*', true],
    ['*:*', true],
    ['*', true],
    ['a:**', true],
    ['a:x', false],
    ['a:get_*', false],
    ['b:*', false],
    ['*:x', false],
    ['a:', false],
  ])('%s covers the whole server a: %s', (pattern, whole) => {
    expect(new ToolScope([pattern]).allowsAll('a')).toBe(whole);
  });

  it('show what is no tool to unlimited tokens, and to those that may use the whole server', () => {
    expect(isServerVisible(null, 'a')).toBe(true);
    expect(isServerVisible(new ToolScope(['a:*']), 'a')).toBe(true);
    expect(isServerVisible(new ToolScope(['a:x', 'b:*']), 'a')).toBe(false);
  });
});
