import { Redactor } from './redactor.js';

const SECRET = 'sk-canary-0123456789';
const redactor = new Redactor([`Bearer ${SECRET}`, 'with "quotes" inside', 'short']);
const through = (body: string): string => redactor.bytes(Buffer.from(body)).toString('utf8');

describe('what a server answers', () => {
  it('is the same object where it holds no secret', () => {
    const body = Buffer.from('{"result":"nothing of it, short as it is"}');
    expect(redactor.bytes(body)).toBe(body);
  });

  it('holds no secret that was sent, with its scheme or without, and is JSON still', () => {
    const told = { header: `Bearer ${SECRET}`, bare: SECRET, twice: `${SECRET}${SECRET}`, quoted: 'with "quotes" inside', ü: '漢字' };
    const text = through(JSON.stringify(told));
    expect(text).not.toContain(SECRET);
    expect(JSON.parse(text)).toEqual({
      header: '[redacted]',
      bare: '[redacted]',
      twice: '[redacted][redacted]',
      quoted: '[redacted]',
      ü: '漢字',
    });
  });

  it('is left alone where a secret is so short that it stands in ordinary text', () => {
    expect(through('a short text')).toBe('a short text');
    expect(new Redactor(['short', '']).isIdle).toBe(true);
  });

  it.each([1, 2, 3, 7, 19, 20, 21])('holds none in a stream that is cut every %i characters', (size) => {
    const text = `event: message\ndata: {"a":"x${SECRET}y ${SECRET.slice(0, 9)} sk-canary"}\n\n`;
    const stream = redactor.stream();
    let out = '';
    for (let at = 0; at < text.length; at += size) out += stream.push(text.slice(at, at + size));
    expect(out).toBe(text.replace(SECRET, '[redacted]'));
  });

  it('is held back by nothing once an event is complete', () => {
    const stream = redactor.stream();
    expect(stream.push('data: Bearer sk-canary\n\n')).toBe('data: Bearer sk-canary\n\n');
    expect(stream.push('data: sk-can')).toBe('data: ');
    expect(stream.push('t\n\n')).toBe('sk-cant\n\n');
  });
});
