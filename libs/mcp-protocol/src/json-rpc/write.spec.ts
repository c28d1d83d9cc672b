import { parseInbound } from './parse-inbound.js';
import { parseReply } from './parse-reply.js';
import { errorMessage, notificationMessage, objectText, requestMessage, resultMessage } from './write.js';

describe('written messages', () => {
  it('embed raw JSON untouched', () => {
    expect(resultMessage('"a"', '{"n":1.0}')).toBe('{"jsonrpc":"2.0","id":"a","result":{"n":1.0}}');
    expect(requestMessage('1', 'tools/call', '{"n":1e5}')).toBe('{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"n":1e5}}');
    expect(
      objectText([
        ['a"b', '1.0'],
        ['c', '{ }'],
      ]),
    ).toBe('{"a\\"b":1.0,"c":{ }}');
    expect(objectText([])).toBe('{}');
  });

  it('leave out what is not there', () => {
    expect(requestMessage('1', 'ping', undefined)).toBe('{"jsonrpc":"2.0","id":1,"method":"ping"}');
    expect(notificationMessage('notifications/initialized')).toBe('{"jsonrpc":"2.0","method":"notifications/initialized"}');
    expect(errorMessage(undefined, -32600, 'no "way"')).toBe('{"jsonrpc":"2.0","error":{"code":-32600,"message":"no \\"way\\""}}');
  });

  it('are read back as what they are', () => {
    expect(parseInbound(requestMessage('1', 'm', '{}'))).toMatchObject({ kind: 'request', id: 1 });
    expect(parseInbound(notificationMessage('m', '{"a":1}'))).toMatchObject({ kind: 'notification', method: 'm' });
    expect(parseReply(resultMessage('1', '{}'))).toMatchObject({ kind: 'result', id: 1 });
    expect(parseReply(errorMessage('null', -32603, 'x', { reason: 'y' }))).toMatchObject({
      kind: 'error',
      id: null,
      error: { code: -32603, dataText: '{"reason":"y"}' },
    });
  });
});
