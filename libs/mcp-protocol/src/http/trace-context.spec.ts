import fc from 'fast-check';
import { readTraceContext, readTraceParent, traceHeaders, traceMembers, traceParentText } from './trace-context.js';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const PARENT = `00-${TRACE}-b7ad6b7169203331-01`;
const OTHER = `00-${'c'.repeat(32)}-${'d'.repeat(16)}-00`;

describe('trace context', () => {
  it('of the message comes before that of its HTTP request, and what belongs together is not mixed', () => {
    const headers = { traceparent: OTHER, tracestate: 'theirs=1', baggage: 'a=1' };
    expect(readTraceContext({ traceparent: PARENT, tracestate: 'ours=2', baggage: 'b=2' }, headers)).toEqual({
      traceparent: PARENT,
      tracestate: 'ours=2',
      baggage: 'b=2',
    });
    expect(readTraceContext({ traceparent: PARENT }, headers)).toEqual({ traceparent: PARENT, baggage: 'a=1' });
    expect(readTraceContext({ traceparent: 'none' }, headers)).toEqual(headers);
    expect(readTraceContext(undefined, headers)).toEqual(headers);
    expect(readTraceContext({}, {})).toBeUndefined();
    expect(readTraceContext({}, { tracestate: 'a=1' })).toBeUndefined();
  });

  it.each([
    ['other lengths', `${PARENT}-x`],
    ['capitals', PARENT.toUpperCase()],
    ['a trace of zeros', `00-${'0'.repeat(32)}-b7ad6b7169203331-01`],
    ['a parent of zeros', `00-${TRACE}-${'0'.repeat(16)}-01`],
    ['the forbidden version', `ff${PARENT.slice(2)}`],
    ['two of them', `${PARENT}, ${OTHER}`],
    ['a line break behind it', `${PARENT}\n`],
    ['more than a header holds', `01${PARENT.slice(2)}-${'x'.repeat(10_000)}`],
    ['another type', 5],
    ['a list', [PARENT, OTHER]],
  ])('refuses %s as a parent', (_what, traceparent) => {
    expect(readTraceContext({ traceparent }, {})).toBeUndefined();
    expect(readTraceParent(traceparent)).toBeUndefined();
  });

  it('takes a later version for what it knows of it, and writes its own', () => {
    const later = `cc-${TRACE}-b7ad6b7169203331-ff-what.comes`;
    expect(readTraceContext({ traceparent: later }, {})).toEqual({ traceparent: `00-${TRACE}-b7ad6b7169203331-03` });
  });

  it.each([
    ['control characters', 'a=1\r\nx-injected: 1'],
    ['a key in capitals', 'A=1'],
    ['a key twice', 'a=1,b=2,a=3'],
    ['no value', 'a='],
    ['a value with an equals sign', 'a=b=c'],
    ['33 members', Array.from({ length: 33 }, (_, at) => `k${at}=1`).join(',')],
    ['only commas', ',,,'],
    ['too much', `a=${'b'.repeat(3_000)}`],
    ['no text', { a: 1 }],
  ])('drops a state with %s, and keeps the parent', (_what, tracestate) => {
    expect(readTraceContext({ traceparent: PARENT, tracestate }, {})).toEqual({ traceparent: PARENT });
  });

  it('keeps a sound state as it is, also one that was sent in two headers', () => {
    for (const tracestate of ['rojo=00f067aa0ba902b7, congo=t61rcWkgMzE', 'fw529a3039@dt=FfffDA;x,a_-*/0=1', 'a=1,,b=2'])
      expect(readTraceContext({ traceparent: PARENT, tracestate }, {})).toEqual({ traceparent: PARENT, tracestate });
    expect(readTraceContext(undefined, { traceparent: PARENT, tracestate: ['a=1', 'b=2'] })).toEqual({
      traceparent: PARENT,
      tracestate: 'a=1,b=2',
    });
  });

  it.each(['', 'a', 'a="x"', 'a=b c', 'a=1;', 'a=1\r\nb: 2', '=1', 'a=1,', `a=${'b'.repeat(9_000)}`, 'a=é'])(
    'drops the baggage %j',
    (baggage) => {
      expect(readTraceContext({ baggage }, {})).toBeUndefined();
    },
  );

  it('keeps sound baggage as it is', () => {
    const baggage = 'key1=value1;property1;property2=x, key2 = value2,  serverNode=DF%2028';
    expect(readTraceContext({ baggage }, {})).toEqual({ baggage });
  });

  it('whatever was sent, can be written into a header and into JSON', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[a-z=,;"\\ \r\n\t@%-]*$/),
      fc.constant(PARENT),
      fc.anything(),
    );
    fc.assert(
      fc.property(hostile, hostile, hostile, (traceparent, tracestate, baggage) => {
        const trace = readTraceContext({ traceparent, tracestate, baggage }, {});
        expect(JSON.parse(`{"first":1${traceMembers(trace)}}`)).toEqual({ first: 1, ...trace });
        for (const text of traceHeaders(trace)) expect(text).toMatch(/^[\x20-\x7e\t]+$/);
      }),
    );
  });

  it('is written as it was read', () => {
    fc.assert(
      fc.property(
        fc.bigInt(1n, (1n << 128n) - 1n),
        fc.bigInt(1n, (1n << 64n) - 1n),
        fc.integer({ min: 0, max: 255 }),
        (trace, parent, flags) => {
          const parts = { traceId: trace.toString(16).padStart(32, '0'), parentId: parent.toString(16).padStart(16, '0'), flags };
          expect(readTraceParent(traceParentText(parts))).toEqual(parts);
        },
      ),
    );
  });
});
