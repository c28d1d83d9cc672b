import fc from 'fast-check';
import { UriTemplate } from './uri-template.js';

const matches = (template: string, uri: string): boolean | undefined => UriTemplate.parse(template)?.matches(uri);

describe('a URI template', () => {
  it.each([
    // RFC 6570, level 1 to 4 examples of section 1.2 and 3.2, and what real servers use
    ['test://template/{id}/data', 'test://template/123/data', true],
    ['test://template/{id}/data', 'test://template/1/2/data', false],
    ['test://template/{id}/data', 'test://template/123/date', false],
    ['test://template/{id}/data', 'test://template/a%2Fb/data', true],
    ['db://{table}/{row}', 'db://users/7', true],
    ['db://{table}/{row}', 'db://users', false],
    ['map?{x,y}', 'map?1024,768', true],
    ['file:///{+path}', 'file:///etc/hosts', true],
    ['file:///{path}', 'file:///etc/hosts', false],
    ['{+base}index', 'http://example.com/home/index', true],
    ['x{#var}', 'x#value', true],
    ['x{#var}', 'xvalue', false],
    ['x{#path,x}here', 'x#/foo/bar,1024here', true],
    ['X{.var}', 'X.value', true],
    ['X{.x,y}', 'X.1024.768', true],
    ['{/var,x}/here', '/value/1024/here', true],
    ['{;x,y,empty}', ';x=1024;y=768;empty', true],
    ['{?x,y}', '?x=1024&y=768', true],
    ['search{?q,lang}', 'search', true],
    ['search{?q,lang}', 'search?q=a/b&lang=en', true],
    ['?fixed=yes{&x}', '?fixed=yes&x=1024', true],
    ['{/list*}', '/red/green/blue', true],
    ['{var:3}', 'val', true],
    ['plain://exact', 'plain://exact', true],
    ['plain://exact', 'plain://exactly', false],
    ['a://{x}b{y}', 'a://bbb', true],
    ['', '', true],
    ['', 'x', false],
  ])('%s against %s is %s', (template, uri, expected) => {
    expect(matches(template, uri)).toBe(expected);
  });

  it.each(['a{', 'a}', 'a{}', 'a{b', 'a{b{c}}', 'a{!x}', 'a{b c}', `x${'{a}'.repeat(100)}`, 'y'.repeat(3_000)])('%s is none', (text) => {
    expect(UriTemplate.parse(text)).toBeUndefined();
  });

  it('matches every expansion of itself whose values are percent-encoded', () => {
    const name = fc.stringMatching(/^[a-z]{1,5}$/);
    const literal = fc.stringMatching(/^[a-z:/._-]{0,6}$/);
    const value = fc.string({ unit: 'grapheme', maxLength: 8 }).map(encodeURIComponent);
    fc.assert(
      fc.property(fc.array(fc.tuple(literal, name, value), { maxLength: 5 }), literal, (parts, last) => {
        const template = `${parts.map(([text, variable]) => `${text}{${variable}}`).join('')}${last}`;
        expect(matches(template, `${parts.map(([text, , expanded]) => text + expanded).join('')}${last}`)).toBe(true);
      }),
    );
  });

  it('never leads a URI elsewhere whose beginning or end differs from its own', () => {
    const literal = fc.stringMatching(/^[a-z]{1,6}$/);
    fc.assert(
      fc.property(literal, literal, fc.string({ maxLength: 30 }), (head, tail, uri) => {
        const isPossible = uri.startsWith(`${head}://`) && uri.endsWith(`/${tail}`);
        if (!isPossible) expect(matches(`${head}://{+path}/${tail}`, uri)).toBe(false);
      }),
    );
  });

  it('takes no longer for texts made to confuse it', () => {
    const template = UriTemplate.parse(`${'{+a}aaa'.repeat(15)}{+b}z`)!;
    const before = Date.now();
    expect(template.matches('a'.repeat(4_096))).toBe(false);
    expect(Date.now() - before).toBeLessThan(2_000);
  });
});
