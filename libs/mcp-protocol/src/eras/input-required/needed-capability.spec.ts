import { capabilityName, isDeclared, neededCapability } from './needed-capability.js';

describe('neededCapability', () => {
  it.each([
    ['elicitation/create', {}, { elicitation: { form: {} } }],
    ['elicitation/create', { mode: 'form' }, { elicitation: { form: {} } }],
    ['elicitation/create', { mode: 'url' }, { elicitation: { url: {} } }],
    ['sampling/createMessage', { messages: [] }, { sampling: {} }],
    ['sampling/createMessage', { tools: [] }, { sampling: { tools: {} } }],
    ['sampling/createMessage', { toolChoice: {} }, { sampling: { tools: {} } }],
    ['roots/list', undefined, { roots: {} }],
    ['tools/call', {}, undefined],
    ['constructor', {}, undefined],
  ])('of %s with %j', (method, params, needed) => {
    expect(neededCapability(method, params && JSON.stringify(params))).toEqual(needed);
  });
});

describe('isDeclared', () => {
  it.each([
    [{ elicitation: {} }, { elicitation: { form: {} } }, true],
    [{ elicitation: { form: {} } }, { elicitation: { form: {} } }, true],
    [{ elicitation: { url: {} } }, { elicitation: { form: {} } }, false],
    [{ elicitation: {} }, { elicitation: { url: {} } }, false],
    [{ sampling: {} }, { sampling: {} }, true],
    [{ sampling: {} }, { sampling: { tools: {} } }, false],
    [{ sampling: true }, { sampling: {} }, false],
    [{}, { roots: {} }, false],
    [{ extensions: { a: {} } }, { extensions: { a: {} } }, true],
    [{ extensions: {} }, { extensions: { a: {} } }, false],
    [{}, {}, true],
  ])('%j with %j needed: %s', (declared, needed, is) => expect(isDeclared(declared, needed)).toBe(is));
});

it('capabilityName says it for people', () => {
  const needed = [{ elicitation: { form: {} } }, { elicitation: { url: {} } }, { sampling: {} }, { roots: {}, sampling: { tools: {} } }];
  expect(needed.map(capabilityName)).toEqual(['elicitation', 'elicitation.url', 'sampling', 'roots, sampling.tools']);
});
