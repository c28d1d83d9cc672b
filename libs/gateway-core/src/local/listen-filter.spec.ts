import fc from 'fast-check';
import { listenFilterText, readListenFilter } from './listen-filter.js';

describe('the filter of subscriptions/listen', () => {
  it('is read or refused with a reason, whatever a client sends', () => {
    const member = fc.oneof(fc.boolean(), fc.jsonValue(), fc.array(fc.string()), fc.constant(undefined));
    const filter = fc.record(
      { toolsListChanged: member, promptsListChanged: member, resourcesListChanged: member, resourceSubscriptions: member },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(filter, fc.jsonValue()), (asked) => {
        const read = readListenFilter(JSON.stringify(asked));
        if (typeof read === 'string') return expect(read).toMatch(/^notifications/);
        const { kinds, uris } = read;
        expect(new Set(uris).size).toBe(uris.length);
        // What is acknowledged in full is what was asked for.
        expect(readListenFilter(listenFilterText(read))).toEqual({ kinds, uris });
      }),
    );
  });

  it('takes what is missing for not wanted, and names nothing that is not honoured', () => {
    expect(readListenFilter('{"toolsListChanged":true,"promptsListChanged":false,"taskIds":["x"]}')).toEqual({
      kinds: ['tools'],
      uris: [],
    });
    expect(listenFilterText({ kinds: [], uris: [] })).toBe('{}');
  });

  it('has a bound on its resources', () => {
    const asked = JSON.stringify({ resourceSubscriptions: Array.from({ length: 600 }, (_, n) => `a://${n}`) });
    expect(readListenFilter(asked)).toMatchObject({ uris: { length: 500 } });
  });
});
