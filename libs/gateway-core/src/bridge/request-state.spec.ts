import fc from 'fast-check';
import { exposureRoute, ManualClock, PlainSealer } from '../testing/index.js';
import type { Errand } from './errand.js';
import { nodeOfState, openState, sealState, type RequestState, type StateBinding } from './request-state.js';

const kept = { sealer: new PlainSealer(), clock: new ManualClock() };
const errand = (params: Errand['params'] = [['arguments', '{"a":1}']], more: Partial<Errand> = {}): Errand => ({
  exposure: exposureRoute('one'),
  method: 'tools/call',
  subject: 'work',
  params,
  ...more,
});
const binding: StateBinding = { principalKey: 'ws:tok', errand: errand() };
const STATES: readonly RequestState[] = [
  { kind: 'parked', node: 'node-1', parkId: '7' },
  { kind: 'upstream', stateText: '"s\\u0000"' },
  { kind: 'upstream', stateText: undefined },
  { kind: 'reissue' },
];

describe('a requestState', () => {
  it.each(STATES)('opens for the request it was made for, as often as it is shown: %j', (state) => {
    const sealed = sealState(state, binding, kept);
    expect([openState(sealed, binding, kept), openState(sealed, binding, kept)]).toEqual([state, state]);
    expect(sealed).toMatch(/^[\w.-]+$/);
  });

  it('begins with the process where its call waits, and with nothing where none waits', () => {
    expect(STATES.map((state) => nodeOfState(sealState(state, binding, kept)))).toEqual(['node-1', undefined, undefined, undefined]);
    expect(['', '.x', 'x', `${'n'.repeat(200)}.x`].map(nodeOfState)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it.each<[string, StateBinding]>([
    ['principal', { ...binding, principalKey: 'ws:other' }],
    ['method', { ...binding, errand: errand(undefined, { method: 'prompts/get' }) }],
    ['tool', { ...binding, errand: errand(undefined, { subject: 'other' }) }],
    ['server', { ...binding, errand: errand(undefined, { exposure: exposureRoute('two') }) }],
    ['arguments', { ...binding, errand: errand([['arguments', '{"a":"1"}']]) }],
    [
      'params',
      {
        ...binding,
        errand: errand([
          ['arguments', '{"a":1}'],
          ['more', '1'],
        ]),
      },
    ],
  ])('does not open for another %s', (_what, other) => {
    for (const state of STATES) expect(openState(sealState(state, binding, kept), other, kept)).toBeUndefined();
  });

  it('does not open when it was changed anywhere, or made up', () => {
    const texts = STATES.map((state) => sealState(state, binding, kept));
    const change = fc.record({
      text: fc.constantFrom(...texts),
      at: fc.nat(),
      by: fc.string({ minLength: 1, maxLength: 3 }),
      cut: fc.nat(2),
    });
    fc.assert(
      fc.property(change, ({ text, at, by, cut }) => {
        const start = at % (text.length + 1);
        const changed = text.slice(0, start) + by + text.slice(start + cut);
        fc.pre(changed !== text);
        expect(openState(changed, binding, kept)).toBeUndefined();
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => expect(openState(text, binding, kept)).toBeUndefined()));
  });

  it('opens however the JSON of its request is spelled', () => {
    const shuffled = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shuffled);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, member]) => [key, shuffled(member)]),
      );
    };
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { noNullPrototype: true }), (value) => {
        const sealed = sealState(STATES[0]!, { ...binding, errand: errand([['arguments', JSON.stringify(value)]]) }, kept);
        const again = JSON.stringify(shuffled(JSON.parse(JSON.stringify(value))), undefined, 1);
        expect(openState(sealed, { ...binding, errand: errand([['arguments', again]]) }, kept)).toEqual(STATES[0]);
      }),
    );
  });

  it('does not open when its time is up', () => {
    const clock = new ManualClock();
    const sealed = sealState(STATES[0]!, binding, { ...kept, clock });
    clock.advance(599_999);
    expect(openState(sealed, binding, { ...kept, clock })).toEqual(STATES[0]);
    clock.advance(1);
    expect(openState(sealed, binding, { ...kept, clock })).toBeUndefined();
  });
});
