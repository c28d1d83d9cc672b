import fc from 'fast-check';
import { scanJson } from './scan.js';
import type { Members, Scan, ScanFault, ScanOptions } from './scan.js';

const passed = (text: string, options?: ScanOptions): Scan => {
  const scan = scanJson(text, options);
  if (!scan.ok) throw new Error(`refused: ${scan.reason} at ${scan.offset}`);
  return scan;
};
const refused = (text: string, options?: ScanOptions): ScanFault => {
  const scan = scanJson(text, options);
  if (scan.ok) throw new Error('passed');
  return scan;
};
const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};
const textsOf = (text: string, members: Members): Record<string, unknown> =>
  Object.fromEntries([...members].map(([key, span]) => [key, JSON.parse(text.slice(span.start, span.end))]));
/** The reasons a scan may refuse what JSON.parse accepts. */
const OWN_RULES = ['depth', 'keys', 'duplicate-key', 'size'];

describe('scanJson: grammar', () => {
  it.each([
    '{}',
    '[]',
    '""',
    '0',
    '-0',
    '-0.5e+10',
    '1E5',
    '12.5',
    'true',
    'false',
    'null',
    ' \t\r\n{ "a" : [ 1 , 2 ] } \n',
    '"\\"\\\\\\/\\b\\f\\n\\r\\t\\u00aF"',
    '{"a":{"b":[{}]}}',
    '"\u2028\u007f"',
    '"\\ud800"',
  ])('accepts %j, as JSON.parse does', (text) => {
    expect(parses(text)).toBe(true);
    expect(scanJson(text).ok).toBe(true);
  });

  it.each([
    '',
    ' ',
    '{',
    '}',
    '[',
    ']',
    '{"a"}',
    '{"a":}',
    '{"a":1,}',
    '{,}',
    '[1,]',
    '[,]',
    '[1 2]',
    '{"a":1 "b":2}',
    "{'a':1}",
    '{a:1}',
    '{"a":1}}',
    '{"a":1',
    '{"a":1,',
    '[1',
    '01',
    '-',
    '+1',
    '.5',
    '1.',
    '1e',
    '1e+',
    '0x1',
    'NaN',
    'Infinity',
    'tru',
    'nul',
    'fals',
    'True',
    '"',
    '"a',
    '"\\',
    '"\\x"',
    '"\\u12g4"',
    '"\\u12',
    '"a\nb"',
    '"\u0000"',
    '{"a\nb":1}',
    '{"\\x":1}',
    '{"a',
    '\uFEFF{}',
    '1 2',
    '//x',
    '{}{}',
    '\u00a01',
    '{"a" 1}',
    '{1:1}',
  ])('refuses %j, as JSON.parse does', (text) => {
    expect(parses(text)).toBe(false);
    expect(refused(text).reason).toBe('syntax');
  });

  it('says near which character it stopped', () => {
    expect(refused('{"a":x}').offset).toBe(5);
    expect(refused('{"a":1').offset).toBe(6);
  });

  it.each([
    ['{}', 'object'],
    ['[]', 'array'],
    ['"a"', 'string'],
    ['1', 'number'],
    ['-1', 'number'],
    ['true', 'boolean'],
    ['false', 'boolean'],
    ['null', 'null'],
  ])('names the kind of %s', (text, kind) => expect(passed(text).kind).toBe(kind));
});

describe('scanJson: bounds', () => {
  it('allows 64 levels and refuses 65, whatever they are made of', () => {
    const arrays = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
    const objects = (levels: number): string => '{"a":'.repeat(levels - 1) + '{}' + '}'.repeat(levels - 1);
    expect(passed(arrays(64)).ok && passed(objects(64)).ok).toBe(true);
    expect(refused(arrays(65)).reason).toBe('depth');
    expect(refused(objects(65)).reason).toBe('depth');
  });

  it('never follows more than 512 levels, so hostile nesting cannot exhaust the stack', () => {
    expect(refused('['.repeat(1e6), { depthMax: 1e9 })).toEqual({ ok: false, reason: 'depth', offset: 512 });
  });

  it('counts the keys of the whole text', () => {
    const text = '[{"a":1,"b":2},{"a":1}]';
    expect(passed(text, { keysMax: 3 }).ok).toBe(true);
    expect(refused(text, { keysMax: 2 }).reason).toBe('keys');
  });

  it('accepts 10,000 keys in one object and refuses one more', () => {
    const wide = (keys: number): string => `{${Array.from({ length: keys }, (_, index) => `"k${index}":0`).join(',')}}`;
    expect(passed(wide(10_000)).members.size).toBe(10_000);
    expect(refused(wide(10_001)).reason).toBe('keys');
  });

  it('bounds the elements of a top-level array alone', () => {
    expect(passed('[[1,2,3],2]', { elementsMax: 2 }).elements).toHaveLength(2);
    expect(refused('[1,2,3]', { elementsMax: 2 }).reason).toBe('size');
  });
});

describe('scanJson: keys', () => {
  it.each([
    ['at the top', '{"a":1,"b":2,"a":3}'],
    ['deep inside', '{"x":[{"y":{"a":1,"a":1}}]}'],
    ['after unescaping', '{"method":1,"\\u006dethod":2}'],
    ['after unescaping, the other way round', '{"\\u006dethod":2,"method":1}'],
    ['that differ in lone surrogates alone', '{"\\ud800":1,"\\udfff":2}'],
    ['when both are empty', '{"":1,"":2}'],
    ['among many', `{${Array.from({ length: 40 }, (_, index) => `"k${index}":0`).join(',')},"k7":1}`],
    ['right where many begin', `{${Array.from({ length: 16 }, (_, index) => `"k${index}":0`).join(',')},"\\u006b0":1}`],
  ])('refuses an object that names a key twice %s', (_, text) => {
    expect(refused(text).reason).toBe('duplicate-key');
  });

  it('lets the same key stand in different objects', () => {
    expect(passed('{"a":{"a":{"a":1},"b":{"a":2}},"b":[{"a":1},{"a":2}]}').ok).toBe(true);
  });

  it('tells keys apart whose hashes collide', () => {
    expect(passed('{"Aa":1,"BB":2}').members.size).toBe(2);
  });

  it('remembers the first of two equal keys when told so', () => {
    const text = '{"a":1,"a":{"b":1},"p":{"x":1},"p":{"x":2}}';
    const scan = passed(text, { duplicateKeys: 'first', open: ['p', 'a'] });
    expect(textsOf(text, scan.members)).toEqual({ a: 1, p: { x: 1 } });
    expect([...scan.opened.keys()]).toEqual(['p']);
    expect(textsOf(text, scan.opened.get('p')!)).toEqual({ x: 1 });
  });

  it.each(['Method', 'METHOD', 'me\\u0054hod', '\u212aey', '\u0130d', '\u0131d', 'param\u017f'])(
    'refuses %s beside names that must be written exactly',
    (key) => {
      const options = { exactKeys: new Set(['method', 'key', 'id', 'params']), open: ['params'] };
      expect(refused(`{"${key}":1}`, options).reason).toBe('ambiguous-key');
      expect(refused(`{"params":{"${key}":1}}`, options).reason).toBe('ambiguous-key');
      expect(passed(`{"params":{"arguments":{"${key}":1}}}`, options).ok).toBe(true);
    },
  );

  it('lets the exact names and unrelated ones pass', () => {
    const options = { exactKeys: new Set(['method', 'id']) };
    expect(passed('{"method":1,"id":2,"Methods":3,"x":4,"a-key-longer-than-any-of-the-names":5}', options).members.size).toBe(5);
  });
});

describe('scanJson: what it remembers', () => {
  it('knows where keys and values of the top and of opened members stand', () => {
    const text = '{ "id" : 7, "params" : { "name":"x", "\\u0061b" : [1, 2] } , "other":{"name":1} }';
    const scan = passed(text, { open: ['params', 'result'] });
    expect(textsOf(text, scan.members)).toEqual({ id: 7, params: { name: 'x', ab: [1, 2] }, other: { name: 1 } });
    expect([...scan.opened.keys()]).toEqual(['params']);
    expect(textsOf(text, scan.opened.get('params')!)).toEqual({ name: 'x', ab: [1, 2] });
    const { keyStart, end } = scan.opened.get('params')!.get('ab')!;
    expect(text.slice(keyStart, end)).toBe('"\\u0061b" : [1, 2]');
  });

  it('does not open what is no object, nor anything below the top', () => {
    expect(passed('{"params":[1]}', { open: ['params'] }).opened.size).toBe(0);
    expect(passed('{"a":{"params":{"b":1}}}', { open: ['params'] }).opened.size).toBe(0);
    expect([
      ...passed('{"params":{"params":{"b":1}}}', { open: ['params'] })
        .opened.get('params')!
        .keys(),
    ]).toEqual(['params']);
  });

  it('keeps hostile key names as plain entries', () => {
    const scan = passed('{"__proto__":{"x":1},"constructor":2}');
    expect([...scan.members.keys()]).toEqual(['__proto__', 'constructor']);
  });

  it('gives the elements of an array', () => {
    const text = '[1, {"a":[2]} ,"x"]';
    expect(passed(text).elements!.map(({ start, end }) => text.slice(start, end))).toEqual(['1', '{"a":[2]}', '"x"']);
    expect(passed('[]').elements).toEqual([]);
    expect(passed('{}').elements).toBeUndefined();
  });
});

describe('scanJson beside JSON.parse', () => {
  it('accepts every JSON text within its bounds', () => {
    fc.assert(
      fc.property(fc.json(), fc.boolean(), (text, isSpread) => {
        const written = isSpread ? JSON.stringify(JSON.parse(text), null, '\t') : text;
        const scan = scanJson(written, { depthMax: 512, keysMax: 1e6, elementsMax: 1e6 });
        expect(scan.ok || OWN_RULES.includes(scan.reason)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('agrees about texts with one edit', () => {
    const edited = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.nat(2),
        fc.constantFrom('"', '\\', '{', '}', '[', ']', ',', ':', '0', '-', '.', 'e', 'u', ' ', '\n', '\u0001', 'é'),
      )
      .map(([text, place, length, insert]) => {
        const at = place % (text.length + 1);
        return text.slice(0, at) + insert + text.slice(at + length);
      });
    fc.assert(
      fc.property(edited, (text) => {
        const scan = scanJson(text);
        if (scan.ok) JSON.parse(text);
        else if (parses(text)) expect(OWN_RULES).toContain(scan.reason);
      }),
      { numRuns: 2_000 },
    );
  });

  it('agrees about arbitrary texts of JSON letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]:,"\\0123456789-+.eEtrufalsn \n') }), (text) => {
        const scan = scanJson(text);
        expect(scan.ok || OWN_RULES.includes(scan.reason)).toBe(parses(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives spans whose texts parse to the same values', () => {
    const object = fc.dictionary(fc.string({ unit: 'binary-ascii' }), fc.jsonValue());
    fc.assert(
      fc.property(object, object, (top, inner) => {
        const text = JSON.stringify({ ...top, params: inner });
        const scan = passed(text, { open: ['params'], depthMax: 512 });
        expect(textsOf(text, scan.members)).toEqual(JSON.parse(text));
        expect(textsOf(text, scan.opened.get('params')!)).toEqual((JSON.parse(text) as { params: unknown }).params);
      }),
      { numRuns: 300 },
    );
  });
});
