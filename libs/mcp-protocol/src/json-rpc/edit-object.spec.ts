import fc from 'fast-check';
import { editObject, memberEntries } from './edit-object.js';
import type { ObjectEdits } from './edit-object.js';
import { scanJson } from './scan.js';

const edit = (text: string, edits: ObjectEdits): string => {
  const scan = scanJson(text);
  if (!scan.ok) throw new Error(scan.reason);
  return editObject(text, scan.members, edits);
};

describe('editObject', () => {
  it('returns the very text when nothing changes', () => {
    const text = '{ "a" : 1 }';
    expect(edit(text, {})).toBe(text);
    expect(edit(text, { drop: ['b'] })).toBe(text);
  });

  it('replaces in place, appends, drops, and keeps the bytes of the rest', () => {
    expect(
      edit('{ "\\u0061" : 1.0 , "b":2,"c" :[ 3 ]}', {
        drop: ['b', 'x'],
        set: [
          ['c', '4'],
          ['d', '5'],
        ],
      }),
    ).toBe('{"\\u0061" : 1.0,"c" :4,"d":5}');
    expect(edit('{"a":1}', { drop: ['a'] })).toBe('{}');
    expect(edit('{}', { set: [['a', '1']] })).toBe('{"a":1}');
  });

  it('sets a key that is both dropped and set', () => {
    expect(edit('{"a":1}', { drop: ['a'], set: [['a', '2']] })).toBe('{"a":2}');
  });

  it('does to the text what the same edits do to the value', () => {
    const object = fc.dictionary(fc.string({ maxLength: 3 }), fc.jsonValue({ maxDepth: 1 }), { noNullPrototype: true });
    fc.assert(
      fc.property(object, object, fc.array(fc.string({ maxLength: 3 })), (value, set, drop) => {
        const kept = Object.entries(value).filter(([key]) => !drop.includes(key));
        const expected = Object.fromEntries([...kept, ...Object.entries(set)]);
        const edited = edit(JSON.stringify(value), { drop, set: Object.entries(set).map(([key, item]) => [key, JSON.stringify(item)]) });
        expect(JSON.parse(edited)).toEqual(JSON.parse(JSON.stringify(expected)));
      }),
      { numRuns: 300 },
    );
  });

  it('lists members as raw pairs, less the ones named', () => {
    const text = '{"a":1.0,"_meta":{},"b":"x"}';
    const scan = scanJson(text);
    expect(scan.ok && memberEntries(text, scan.members, ['_meta'])).toEqual([
      ['a', '1.0'],
      ['b', '"x"'],
    ]);
    expect(scan.ok && memberEntries(text, scan.members)).toHaveLength(3);
  });
});
