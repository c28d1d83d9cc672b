import fc from 'fast-check';
import { frameBytes, FrameReader, type Frame } from './frame.js';

const frames = fc.array(fc.record({ head: fc.dictionary(fc.string(), fc.jsonValue()), body: fc.string({ unit: 'grapheme' }) }), {
  maxLength: 5,
});

describe('frames', () => {
  it('come out as they went in, however the bytes are cut', () => {
    fc.assert(
      fc.property(frames, fc.integer({ min: 1, max: 64 }), (sent, size) => {
        const bytes = Buffer.concat(sent.map(({ head, body }) => frameBytes(head, body)));
        const heard: Frame[] = [];
        const reader = new FrameReader((frame) => heard.push(frame));
        for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
        expect(heard).toEqual(JSON.parse(JSON.stringify(sent)));
      }),
    );
  });

  it.each([
    ['a head that is too large', 3 * 1024 * 1024, 0],
    ['a body that is too large', 2, 33 * 1024 * 1024],
  ])('are refused before they are kept: %s', (_what, head, body) => {
    const lengths = Buffer.alloc(8);
    lengths.writeUInt32BE(head, 0);
    lengths.writeUInt32BE(body, 4);
    expect(() => new FrameReader(() => undefined).push(lengths)).toThrow(expect.objectContaining({ code: 'gateway.upstream-broken' }));
  });

  it('are refused where their head is no JSON', () => {
    const bytes = Buffer.concat([Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]), Buffer.from('{x')]);
    expect(() => new FrameReader(() => undefined).push(bytes)).toThrow(expect.objectContaining({ code: 'gateway.upstream-broken' }));
  });
});
