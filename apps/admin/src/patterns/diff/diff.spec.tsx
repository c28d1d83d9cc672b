import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import fc from 'fast-check';
import { DefinitionDiff } from './definition-diff';
import { visibleParts } from './hidden-characters';
import { diffJson } from './json-diff';
import { diffWords } from './word-diff';

const side = (from: string, to: string, kind: 'removed' | 'added') =>
  diffWords(from, to)
    .filter((part) => part.kind === 'same' || part.kind === kind)
    .map(({ text }) => text)
    .join('');

describe('a comparison of texts', () => {
  it('goes word by word', () => {
    expect(diffWords('Finds an invoice.', 'Finds every invoice.')).toEqual([
      { kind: 'same', text: 'Finds ' },
      { kind: 'removed', text: 'an' },
      { kind: 'added', text: 'every' },
      { kind: 'same', text: ' invoice.' },
    ]);
  });

  it('loses and invents nothing, whatever the texts', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(fc.constantFrom('a', 'b', ' ', '\n', '.')).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, text, (from, to) => {
        expect(side(from, to, 'removed')).toBe(from);
        expect(side(from, to, 'added')).toBe(to);
      }),
    );
  });

  it('stays quick at 64 KB on both sides that have nothing in common', () => {
    const [from, to] = ['a. '.repeat(21_000), 'b! '.repeat(21_000)];
    const before = performance.now();
    expect(side(from, to, 'added')).toBe(to);
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});

describe('a comparison of JSON', () => {
  it('tells members that came, went and changed, and members of plain lists', () => {
    const from = { type: 'object', required: ['a'], properties: { a: { type: 'string' }, c: {} } };
    const to = { properties: { b: { type: 'number' }, a: { type: 'integer' } }, required: ['b', 'a'], type: 'object' };
    expect(diffJson(from, to).map(({ path, kind, from: before, to: after }) => [path.join('/'), kind, before, after])).toEqual([
      ['properties/b', 'added', undefined, { type: 'number' }],
      ['properties/a/type', 'changed', 'string', 'integer'],
      ['properties/c', 'removed', {}, undefined],
      ['required', 'added', undefined, 'b'],
    ]);
  });

  it('tells an empty object from an empty list', () => {
    expect(diffJson({}, [])).toHaveLength(1);
    expect(diffJson({ a: {} }, { a: [] })).toHaveLength(1);
  });

  it('finds something exactly where something differs', () => {
    const shuffled = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(shuffled)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([name, member]) => [name, shuffled(member)]),
            )
          : value;
    const json = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
    fc.assert(fc.property(json, (value) => expect(diffJson(value, shuffled(value))).toEqual([])));
    fc.assert(
      fc.property(json, json, (from, to) => {
        if (diffJson(from, to).length === 0) expect(from).toEqual(to);
        else expect(from).not.toEqual(to);
      }),
    );
  });
});

describe('hidden characters', () => {
  it.each([
    ['zero-width space', '\u200B'],
    ['right-to-left override', '\u202E'],
    ['tag letter', '\u{E0041}'],
    ['escape', '\u001B'],
    ['no-break space', '\u00A0'],
    ['soft hyphen', '\u00AD'],
    ['Hangul filler', '\u3164'],
    ['variation selector', '\uFE00'],
    ['lone surrogate', '\uD800'],
    ['line separator', '\u2028'],
  ])('are shown by code point: %s', (_name, character) => {
    const parts = visibleParts(`a${character}b`);
    expect(parts.map(({ hidden }) => hidden)).toEqual([false, true, false]);
    expect(parts[1]?.text).toBe(`U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`);
  });

  it('are none in ordinary words of any script, line breaks and emoji', () => {
    const text = 'Größe 天気 مرحبا हिन्दी\n\tx ⚠️ – “quoted”';
    expect(visibleParts(text)).toEqual([{ text, hidden: false }]);
  });
});

describe('a definition before and after', () => {
  const show = (from: string | null, to: string | null) =>
    render(
      <MantineProvider env="test">
        <DefinitionDiff from={from} to={to} />
      </MantineProvider>,
    );

  it('is text alone, whatever the server wrote', () => {
    const { container } = show('{"description":"a"}', '{"description":"a <img src=x onerror=alert(1)> \\u202E b"}');
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getByText('U+202E')).toBeInTheDocument();
    expect(container.querySelector('ins')).toHaveTextContent('<img src=x onerror=alert(1)>');
  });

  it('shows how it is written where only that differs', () => {
    show('{"a":1,"a":2}', '{"a":2}');
    expect(screen.getByText('The texts differ only in how they are written.')).toBeInTheDocument();
  });

  it('shows one side whole where the other is missing', () => {
    show(null, '{"name":"new"}');
    expect(screen.getByText(/"name": "new"/)).toBeInTheDocument();
  });
});
