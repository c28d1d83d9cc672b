import fc from 'fast-check';
import { isAnswerTo, readInputResponses } from './read-input-responses.js';

describe('readInputResponses', () => {
  it('keeps every answer as it was written', () => {
    expect([...readInputResponses('{"a": {"n":1.0}, "__proto__":{}}', 5)!]).toEqual([
      ['a', '{"n":1.0}'],
      ['__proto__', '{}'],
    ]);
  });

  it.each(['null', '[]', '5', '"x"', '{"a":5}', '{"a":null}', '{"a":[]}', '{"a":{}', '{"a":{},"a":{}}', ''])('refuses %s', (text) =>
    expect(readInputResponses(text, 5)).toBeUndefined(),
  );

  it('refuses more answers than allowed', () => expect(readInputResponses('{"a":{},"b":{}}', 1)).toBeUndefined());

  it('never throws, and gives back only objects', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        for (const answer of readInputResponses(text, 100)?.values() ?? []) expect(typeof JSON.parse(answer)).toBe('object');
      }),
    );
  });
});

describe('isAnswerTo', () => {
  it.each([
    ['elicitation/create', { action: 'accept', content: { a: 1 } }],
    ['elicitation/create', { action: 'decline' }],
    ['elicitation/create', { action: 'cancel', _meta: {} }],
    ['sampling/createMessage', { role: 'assistant', model: 'm', content: { type: 'text', text: '' } }],
    ['sampling/createMessage', { role: 'assistant', model: 'm', content: [] }],
    ['roots/list', { roots: [] }],
  ])('takes an answer to %s: %j', (method, result) => expect(isAnswerTo(method, JSON.stringify(result))).toBe(true));

  it.each([
    ['elicitation/create', {}],
    ['elicitation/create', { action: 'yes' }],
    ['elicitation/create', { action: 'accept', content: [] }],
    ['sampling/createMessage', { role: 'assistant', content: {} }],
    ['sampling/createMessage', { role: 'assistant', model: 'm', content: 'x' }],
    ['roots/list', { roots: {} }],
    ['tools/call', {}],
  ])('takes no other for one to %s: %j', (method, result) => expect(isAnswerTo(method, JSON.stringify(result))).toBe(false));
});
