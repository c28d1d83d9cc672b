import { META_KEYS } from '../era.js';
import { initializedNotification, initializeRequest, legacyRequest } from './messages.js';

describe('messages to a legacy upstream', () => {
  it('open the session', () => {
    expect(
      initializeRequest({
        idText: '0',
        protocolVersion: '2025-11-25',
        capabilitiesText: '{"roots":{}}',
        clientInfo: { name: 'g', version: '1' },
      }),
    ).toBe(
      '{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{"roots":{}},"clientInfo":{"name":"g","version":"1"}}}',
    );
    expect(initializedNotification()).toBe('{"jsonrpc":"2.0","method":"notifications/initialized"}');
  });

  it('carry no envelope, but what travels end to end', () => {
    const meta = [
      ...Object.values(META_KEYS).map((key) => [key, '"x"'] as const),
      ['progressToken', '1'] as const,
      ['traceparent', '"raw"'] as const,
      ['vendor/key', '1'] as const,
    ];
    expect(
      legacyRequest({
        idText: '1',
        method: 'tools/call',
        params: [
          ['name', '"a"'],
          ['_meta', '{}'],
        ],
        meta,
        trace: { traceparent: '00-a', tracestate: 's=1' },
        progressToken: 'p',
      }),
    ).toBe(
      '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"a","_meta":{"progressToken":"p","vendor/key":1,"traceparent":"00-a","tracestate":"s=1"}}}',
    );
  });

  it('have no params when there is nothing to say', () => {
    expect(legacyRequest({ idText: '1', method: 'tools/list', params: [], meta: [[META_KEYS.logLevel, '"info"']] })).toBe(
      '{"jsonrpc":"2.0","id":1,"method":"tools/list"}',
    );
  });
});
