import fc from 'fast-check';
import { postPath } from './post-path.js';

const STREAM = new URL('https://mcp.test:8443/tenant/sse?key=1');

test.each([
  ['/messages?id=1', '/messages?id=1'],
  ['messages?id=1', '/tenant/messages?id=1'],
  ['?id=1', '/tenant/sse?id=1'],
  ['https://mcp.test:8443/elsewhere', '/elsewhere'],
  ['//mcp.test:8443/elsewhere', '/elsewhere'],
])('%s is posted to as %s', (data, path) => expect(postPath(data, STREAM)).toBe(path));

test.each([
  '',
  'https://evil.test/messages',
  'http://mcp.test:8443/messages',
  'https://mcp.test/messages',
  '//evil.test/messages',
  '\\\\evil.test\\messages',
  'https://user:secret@mcp.test:8443/messages',
  'https://mcp.test:8443@evil.test/messages',
  'data:text/plain,x',
  `/${'x'.repeat(3_000)}`,
  'http://[',
])('%s is refused', (data) => expect(postPath(data, STREAM)).toBeUndefined());

test('whatever the event says, messages stay on the origin of the stream', () => {
  const hostile = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc.string().map((text) => `//${text}`),
    fc.string().map((text) => `\\/${text}`),
  );
  fc.assert(
    fc.property(hostile, (data) => {
      const path = postPath(data, STREAM);
      if (path !== undefined) expect(new URL(STREAM.origin + path).origin).toBe(STREAM.origin);
    }),
  );
});
