import fc from 'fast-check';
import { downgradeContent, wrapStructuredContent } from './translate-result-content.js';

const TEXT = { type: 'text', text: 'a' };
const LINK = { type: 'resource_link', uri: 'file:///"x"', name: 'x' };
const AUDIO = { type: 'audio', data: 'AA==', mimeType: 'audio/wav' };
const down = (result: object, revision: string): unknown => JSON.parse(downgradeContent(JSON.stringify(result), revision));

describe('downgradeContent', () => {
  it('leaves everything to revisions that know it', () => {
    const text = JSON.stringify({ content: [LINK, AUDIO], structuredContent: {} });
    expect(downgradeContent(text, '2025-06-18')).toBe(text);
  });

  it('makes links texts and drops structured output before 2025-06-18', () => {
    expect(down({ content: [TEXT, LINK, AUDIO], structuredContent: { a: 1 }, isError: true }, '2025-03-26')).toEqual({
      content: [TEXT, { type: 'text', text: 'file:///"x"' }, AUDIO],
      isError: true,
    });
  });

  it('makes audio an embedded resource for 2024-11-05', () => {
    const audio = { type: 'resource', resource: { uri: 'audio://content/1', mimeType: 'audio/wav', blob: 'AA==' } };
    expect(down({ content: [AUDIO] }, '2024-11-05')).toEqual({ content: [audio] });
    expect(
      down(
        {
          messages: [
            { role: 'user', content: AUDIO },
            { role: 'user', content: LINK },
          ],
        },
        '2024-11-05',
      ),
    ).toEqual({
      messages: [
        { role: 'user', content: audio },
        { role: 'user', content: { type: 'text', text: 'file:///"x"' } },
      ],
    });
  });

  it('keeps structured output as text where it was all there is', () => {
    expect(down({ content: [], structuredContent: { a: 1 } }, '2024-11-05')).toEqual({ content: [{ type: 'text', text: '{"a":1}' }] });
    expect(down({ structuredContent: 5 }, '2024-11-05')).toEqual({ content: [{ type: 'text', text: '5' }] });
  });

  it('does not touch the bytes of what stays, nor results that only mention such words', () => {
    const text = '{ "content":[ {"type":"text", "text":"\\"audio\\"", "n":1.0} ], "x":1E5 }';
    expect(downgradeContent(text, '2024-11-05')).toBe(text);
    expect(downgradeContent(`{"content":[{"type":"text", "n":1.0},${JSON.stringify(LINK)}]}`, '2024-11-05')).toContain(
      '{"type":"text", "n":1.0}',
    );
  });

  it('survives results of any shape', () => {
    const part = fc.oneof(
      fc.constantFrom<unknown>(TEXT, LINK, AUDIO, { type: 'audio' }, { type: 'resource_link', uri: 5 }),
      fc.jsonValue({ maxDepth: 1 }),
    );
    const members = fc.oneof(part, fc.array(part), fc.array(fc.record({ content: part })));
    const result = fc.record({ content: members, messages: members, structuredContent: part }, { requiredKeys: [] });
    fc.assert(
      fc.property(result, fc.constantFrom('2024-11-05', '2025-03-26'), (given, revision) => {
        const text = downgradeContent(JSON.stringify(given), revision);
        expect(JSON.parse(text)).not.toHaveProperty('structuredContent');
      }),
    );
  });
});

describe('wrapStructuredContent', () => {
  it('wraps what is no object, and nothing else', () => {
    expect(wrapStructuredContent('{"structuredContent":[ 1.0 ],"content":[]}')).toBe(
      '{"structuredContent":{"result":[ 1.0 ]},"content":[]}',
    );
    for (const text of ['{"structuredContent":{"a":1.0} }', '{"content":[]}', '5']) expect(wrapStructuredContent(text)).toBe(text);
  });
});
