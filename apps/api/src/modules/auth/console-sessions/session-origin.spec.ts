import { userAgentOf } from './session-origin.js';

describe('what a browser says of itself', () => {
  it('is kept as one printable line: no control character is stored', () => {
    const controls = [...Array.from({ length: 0x20 }, (_, code) => code), ...Array.from({ length: 0x21 }, (_, index) => 0x7f + index)];
    const label = userAgentOf(`Mozilla/5.0${String.fromCharCode(...controls)}\u001b[31mFirefox\r\nSet-Cookie: a=b`);
    expect(label).not.toMatch(/\p{Cc}/u);
    expect(label).toMatch(/^Mozilla\/5\.0 +\[31mFirefox {2}Set-Cookie: a=b$/);
  });

  it('is cut to 300 characters, and nothing where it says nothing', () => {
    expect(userAgentOf('x'.repeat(10_000))).toBe('x'.repeat(300));
    expect(userAgentOf(undefined)).toBeNull();
  });
});
