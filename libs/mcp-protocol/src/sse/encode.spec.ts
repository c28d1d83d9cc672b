import fc from 'fast-check';
import { SseDecoder } from './decode.js';
import { encodeEvent, KEEP_ALIVE } from './encode.js';

const decode = (text: string) => new SseDecoder({ eventBytesMax: 1e6 }).push(text);

describe('encodeEvent', () => {
  it('writes fields and lines', () => {
    expect(encodeEvent({ data: '{"a":1}' })).toBe('data: {"a":1}\n\n');
    expect(encodeEvent({ event: 'message', id: '7', retry: 1500.7, data: 'a\nb\r\nc\rd' })).toBe(
      'event: message\nid: 7\nretry: 1500\ndata: a\ndata: b\ndata: c\ndata: d\n\n',
    );
    expect(encodeEvent({ id: '1', retry: -5, data: '' })).toBe('id: 1\nretry: 0\ndata: \n\n');
  });

  it('lets nothing be injected through names and ids', () => {
    expect(encodeEvent({ event: 'x\ndata: evil\n\n', id: '1\r\n2\0', data: 'y' })).toBe('event: xdata: evil\nid: 12\ndata: y\n\n');
  });

  it('is read back as it was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.option(fc.nat(1e6), { nil: undefined }), (data, retry) => {
        const [event, ...more] = decode(KEEP_ALIVE + encodeEvent({ data, retry, id: 'é' }) + KEEP_ALIVE);
        expect(event).toEqual({ event: 'message', data: data.replace(/\r\n|\r/g, '\n'), id: 'é', ...(retry !== undefined && { retry }) });
        expect(more).toEqual([]);
      }),
    );
  });
});
