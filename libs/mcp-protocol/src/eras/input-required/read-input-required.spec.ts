import fc from 'fast-check';
import { scanJson } from '../../json-rpc/scan.js';
import { readInputRequired, type InputRequired } from './read-input-required.js';
import { inputRequiredResult } from './write-input-required.js';

function read(text: string, bounds = { requestsMax: 3, stateLengthMax: 20 }): InputRequired | undefined {
  const scan = scanJson(text);
  if (!scan.ok) throw new Error(scan.reason);
  return readInputRequired(text, scan.members, bounds);
}

describe('readInputRequired', () => {
  it('reads questions and state, raw', () => {
    expect(
      read('{"inputRequests":{"a":{"method":"roots/list"},"b":{"method":"x","params":{ "n":1.0}}},"requestState":"s\\u00e9"}'),
    ).toEqual({
      requests: [
        { key: 'a', method: 'roots/list', paramsText: undefined },
        { key: 'b', method: 'x', paramsText: '{ "n":1.0}' },
      ],
      stateText: '"s\\u00e9"',
    });
    expect(read('{"requestState":""}')).toEqual({ requests: [], stateText: '""' });
  });

  it.each([
    '{}',
    '{"inputRequests":{}}',
    '{"inputRequests":[],"requestState":"s"}',
    '{"inputRequests":{"a":5}}',
    '{"inputRequests":{"a":{"params":{}}}}',
    '{"inputRequests":{"a":{"method":5}}}',
    '{"inputRequests":{"a":{"method":"x","params":[]}}}',
    '{"requestState":5}',
    '{"requestState":null}',
    '{"requestState":"more than twenty characters"}',
    '{"inputRequests":{"a":{"method":"x"},"b":{"method":"x"},"c":{"method":"x"},"d":{"method":"x"}}}',
  ])('refuses %s', (text) => expect(read(text)).toBeUndefined());

  it('reads what inputRequiredResult writes, whatever the keys and texts', () => {
    const params = fc
      .dictionary(fc.string(), fc.jsonValue({ maxDepth: 1 }), { noNullPrototype: true })
      .map((value) => JSON.stringify(value));
    const request = fc.record({ key: fc.string(), method: fc.string(), paramsText: fc.option(params, { nil: undefined }) });
    const requests = fc.uniqueArray(request, { selector: ({ key }) => key, maxLength: 4 });
    fc.assert(
      fc.property(requests, fc.string(), (given, state) => {
        const text = inputRequiredResult(given, state, '{"name":"g","version":"1"}');
        const back = read(text, { requestsMax: 4, stateLengthMax: 1_000 });
        expect(back).toEqual({ requests: given.map((each) => each), stateText: JSON.stringify(state) });
      }),
    );
  });
});
