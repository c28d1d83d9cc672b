import { outgoingHeaders } from './outgoing-headers.js';

const headersOf = (headers: Record<string, string>): Record<string, string> => {
  const flat = outgoingHeaders({ headers }, 'gateway/1');
  return Object.fromEntries(Array.from({ length: flat.length / 2 }, (_, index) => [flat[index * 2]!, flat[index * 2 + 1]!]));
};

test('starts from its own headers alone', () => {
  expect(headersOf({})).toEqual({
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
    'accept-encoding': 'identity',
    'user-agent': 'gateway/1',
  });
});
test('adds what the server was configured with', () => {
  expect(headersOf({ authorization: 'Bearer x', 'X-Team': 'é\tb' })).toMatchObject({ authorization: 'Bearer x', 'x-team': 'é\tb' });
});
test.each([
  'Host',
  'content-length',
  'Transfer-Encoding',
  'connection',
  'Mcp-Session-Id',
  'mcp-name',
  'MCP-Protocol-Version',
  'Mcp-Param-Region',
  'accept',
  'expect',
  'te',
  'upgrade',
  'traceparent',
  'Tracestate',
  'baggage',
])('leaves %s to the wire', (name) => {
  expect(headersOf({ [name]: 'x' })).toEqual(headersOf({}));
});
test.each([
  ['x-key', 'a\r\nb: c'],
  ['x-key', 'a\0'],
  ['x-key', '漢'],
  ['x key', 'secret'],
  ['x:key', 'secret'],
  ['', 'secret'],
])('refuses the header %j: %j without repeating it', (name, value) => {
  expect(() => headersOf({ [name]: value })).toThrow(
    expect.objectContaining({ code: 'gateway.credential-missing', message: expect.not.stringContaining(value) }),
  );
});
