import { readUrlElicitations } from './read-url-elicitations.js';
import { toLegacyQuestion, toModernQuestion } from './translate-question.js';

const ELICIT = 'elicitation/create';
const client = (revision: string) => ({ revision, newElicitationId: () => 'new' });
const toLegacy = (params: object, revision = '2025-06-18', method = ELICIT) => {
  const { paramsText, isBeyondRevision } = toLegacyQuestion(method, JSON.stringify(params), client(revision));
  return { params: JSON.parse(paramsText!) as unknown, isBeyondRevision };
};
const form = (property: object): object => ({
  message: 'm',
  requestedSchema: { type: 'object', properties: { a: property }, required: ['a'] },
});

describe('toLegacyQuestion', () => {
  it('leaves everything as it is that the revision knows', () => {
    const text = '{ "mode":"form", "message":"m","requestedSchema":{"type":"object","properties":{"a":{"oneOf":[]}}}}';
    expect(toLegacyQuestion(ELICIT, text, client('2025-11-25')).paramsText).toBe(text);
    expect(toLegacyQuestion('sampling/createMessage', '{ "a":1.0}', client('2024-11-05')).paramsText).toBe('{ "a":1.0}');
    expect(toLegacyQuestion('roots/list', undefined, client('2024-11-05')).paramsText).toBeUndefined();
    const plain = '{"message":"m","requestedSchema":{"type":"object","properties":{"a":{"type":"number","default":1.0}}}}';
    expect(toLegacyQuestion(ELICIT, plain, client('2025-06-18')).paramsText).toBe(plain);
  });

  it('spells titled choices with enumNames before 2025-11-25, and leaves the mode out', () => {
    const choice = {
      title: 'A',
      default: 'x',
      oneOf: [
        { const: 'x', title: 'X' },
        { const: 'y', title: 'Y' },
      ],
    };
    expect(toLegacy({ mode: 'form', ...form(choice) })).toEqual({
      params: form({ title: 'A', default: 'x', type: 'string', enum: ['x', 'y'], enumNames: ['X', 'Y'] }),
      isBeyondRevision: false,
    });
  });

  it('says where a form has parts that the revision has no word for', () => {
    const list = form({ type: 'array', items: { enum: ['x'] } });
    expect(toLegacy(list)).toEqual({ params: list, isBeyondRevision: true });
    expect(toLegacy(list, '2025-11-25').isBeyondRevision).toBe(false);
  });

  it('gives a page an id where it has none', () => {
    const page = { mode: 'url', message: 'm', url: 'https://a.example' };
    expect(toLegacy(page, '2025-11-25').params).toEqual({ ...page, elicitationId: 'new' });
    expect(toLegacy({ ...page, elicitationId: 'own' }, '2025-11-25').params).toEqual({ ...page, elicitationId: 'own' });
  });

  it('survives forms that are none', () => {
    for (const requestedSchema of [
      5,
      null,
      {},
      { properties: null },
      { properties: { a: null } },
      { properties: { a: { oneOf: [null] } } },
    ]) {
      expect(toLegacy({ message: 'm', requestedSchema }).params).toEqual({ message: 'm', requestedSchema });
    }
  });
});

describe('toModernQuestion', () => {
  it('drops what only legacy revisions have', () => {
    expect(toModernQuestion(ELICIT, '{"mode":"url", "elicitationId":"e","url":"u","task":{}}', false)).toBe('{"mode":"url","url":"u"}');
    expect(toModernQuestion('roots/list', undefined, false)).toBeUndefined();
  });

  it('keeps includeContext only for clients that offer context', () => {
    const text = '{"messages":[],"includeContext":"thisServer"}';
    expect(toModernQuestion('sampling/createMessage', text, false)).toBe('{"messages":[]}');
    expect(toModernQuestion('sampling/createMessage', text, true)).toBe(text);
  });
});

describe('readUrlElicitations', () => {
  const page = { mode: 'url', elicitationId: 'e', url: 'https://a.example', message: 'm' };
  it('turns the pages of an error into questions', () => {
    expect(readUrlElicitations(JSON.stringify({ elicitations: [page, page] }), 2)).toMatchObject([
      { key: 'r1', method: ELICIT, paramsText: '{"mode":"url","message":"m","url":"https://a.example"}' },
      { key: 'r2' },
    ]);
  });

  it.each([undefined, '5', '{}', '{"elicitations":[]}', '{"elicitations":[null]}', '{"elicitations":[{"url":"https://a"}]}'])(
    'finds none in %s',
    (text) => expect(readUrlElicitations(text, 2)).toBeUndefined(),
  );

  it('takes neither too many nor what is no page of the web', () => {
    expect(readUrlElicitations(JSON.stringify({ elicitations: [page, page, page] }), 2)).toBeUndefined();
    expect(readUrlElicitations(JSON.stringify({ elicitations: [{ ...page, url: 'javascript:alert(1)' }] }), 2)).toBeUndefined();
  });
});
