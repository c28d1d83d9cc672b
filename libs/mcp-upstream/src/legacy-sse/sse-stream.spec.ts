import { UpstreamFailure } from '@mcpnest/gateway-core';
import fc from 'fast-check';
import { SseStream, type SseStreamEar } from './sse-stream.js';

class Ear implements SseStreamEar {
  readonly said: string[] = [];

  constructor(private readonly refuses?: string) {}

  named(endpoint: string): void {
    this.said.push(`named ${endpoint}`);
  }

  heard({ kind, method }: Parameters<SseStreamEar['heard']>[0]): void {
    if (method !== '' && method === this.refuses) throw new Error('cannot make sense of it');
    this.said.push(`${kind} ${method}`.trim());
  }

  garbled(): void {
    this.said.push('garbled');
  }
}

const message = (members: object): string => `data: ${JSON.stringify({ jsonrpc: '2.0', ...members })}\n\n`;
const answer = message({ id: 1, result: {} });
const note = (method: string): string => message({ method });

test('takes the first endpoint event, messages wherever they are cut, and no other event', () => {
  const text = `event: endpoint\ndata: /a\n\nevent: endpoint\ndata: /b\n\n: sign of life\n\nevent: other\ndata: x\n\n${answer}${note('n')}`;
  for (let cut = 1; cut < text.length; cut++) {
    const ear = new Ear();
    const stream = new SseStream(ear);
    expect(stream.push(text.slice(0, cut)) || stream.push(text.slice(cut))).toBe(false);
    expect(ear.said).toEqual(['named /a', 'result', 'notification n']);
  }
});

test('a message that somebody chokes on harms nobody else', () => {
  const ear = new Ear('bad');
  new SseStream(ear).push(note('bad') + answer);
  expect(ear.said).toEqual(['garbled', 'result']);
});

test('of a flood of notifications a thousand a second are taken, and every answer', () => {
  const ear = new Ear();
  const stream = new SseStream(ear);
  for (let burst = 0; burst < 50; burst++) stream.push(note('n').repeat(100) + answer);
  expect(ear.said.filter((said) => said === 'result')).toHaveLength(50);
  const taken = ear.said.filter((said) => said === 'notification n').length;
  expect(taken).toBeGreaterThanOrEqual(1_000);
  expect(taken).toBeLessThan(5_000);
});

test('whatever a server sends, nothing but a failure of ours comes out', () => {
  const line = fc.oneof(
    fc.string(),
    fc.json().map((json) => `data: ${json}`),
    fc.constantFrom('', 'event: endpoint', 'data', ':', answer.trim()),
  );
  fc.assert(
    fc.property(fc.array(line), fc.constantFrom('\n', '\r', '\r\n'), (lines, end) => {
      try {
        expect(new SseStream(new Ear()).push(lines.join(end))).toBe(false);
      } catch (error) {
        expect(error).toBeInstanceOf(UpstreamFailure);
      }
    }),
  );
});
