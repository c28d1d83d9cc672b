import fc from 'fast-check';
import { isAskable, profileOf, supersetOf } from './capability-profile.js';

const APPS = { 'io.modelcontextprotocol/ui': { mimeTypes: ['text/html;profile=mcp-app'] } };

describe('a profile', () => {
  it('is one object for all who can be asked the same', () => {
    expect(profileOf({ elicitation: { form: {} }, x: 1 }, true)).toBe(profileOf({ tasks: {}, elicitation: {} }, true));
    expect(profileOf({}, true)).toBe(profileOf({ sampling: {}, roots: {} }, false));
    expect(supersetOf(profileOf({}, true))).toBe(supersetOf(profileOf({ roots: {} }, true)));
  });

  it.each([
    [{ elicitation: { url: {} } }, { elicitation: { url: {} } }],
    [{ elicitation: { form: {}, url: {} } }, { elicitation: { form: {}, url: {} } }],
    [{ sampling: { tools: {}, context: {}, x: {} } }, { sampling: { tools: {}, context: {} } }],
    [{ sampling: { tools: true } }, { sampling: {} }],
    [{ roots: { listChanged: 'yes' } }, { roots: {} }],
    [{ sampling: true, elicitation: null, roots: [] }, {}],
    [{ extensions: { ...APPS, other: {} } }, { extensions: APPS }],
  ])('of %j is %j', (capabilities, profile) => expect(profileOf(capabilities, true)).toEqual(profile));

  it('has no long settings of an extension', () => {
    const extensions = { 'io.modelcontextprotocol/ui': { mimeTypes: ['x'.repeat(2_000)] } };
    expect(profileOf({ extensions }, true)).toEqual({});
  });

  it('of whoever cannot be asked holds extensions alone', () => {
    expect(profileOf({ sampling: {}, extensions: APPS }, false)).toEqual({ extensions: APPS });
    expect(isAskable(profileOf({ sampling: {}, extensions: APPS }, false))).toBe(false);
  });

  it('is made of anything that a client may declare, and of itself stays itself', () => {
    const names = fc.constantFrom(
      'sampling',
      'elicitation',
      'roots',
      'extensions',
      'tasks',
      '__proto__',
      'tools',
      'form',
      'url',
      'listChanged',
    );
    fc.assert(
      fc.property(fc.dictionary(names, fc.oneof(fc.dictionary(names, fc.jsonValue()), fc.jsonValue())), (capabilities) => {
        const profile = profileOf(capabilities, true);
        expect(profileOf(profile, true)).toEqual(profile);
      }),
    );
  });
});
