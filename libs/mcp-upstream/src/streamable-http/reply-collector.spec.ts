import fc from 'fast-check';
import { readEventId, ReplyCollector } from './reply-collector.js';

const answer = (id: unknown): string => `data: {"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":{}}\n\n`;

test('an event id is kept only where a header can carry it unchanged', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.string({ minLength: 1_000, maxLength: 1_100 })), (id) => {
      const kept = readEventId(id);
      if (kept === undefined) return;
      expect(kept).toBe(id);
      expect(kept).toBe(kept.trim());
      expect(kept).toMatch(/^[\x20-\x7e]{1,1024}$/);
    }),
  );
  expect([readEventId('s1.7'), readEventId('a b'), readEventId('')]).toEqual(['s1.7', 'a b', undefined]);
});

test('a stream cut anywhere and gone on with after its last whole event gives every message once', () => {
  const events = Array.from({ length: 6 }, (_, n) => `id: e${n}\ndata: {"jsonrpc":"2.0","method":"m${n}"}\n\n`);
  const whole = `${events.join('')}id: e6\n${answer(1)}`;
  fc.assert(
    fc.property(fc.array(fc.nat(whole.length), { maxLength: 5 }), (cuts) => {
      const heard: string[] = [];
      const collector = new ReplyCollector(1, { heard: ({ method }) => heard.push(method) });
      let from = 0;
      for (const cut of cuts) {
        if (collector.push(whole.slice(from, Math.max(from, cut)))) break;
        collector.restart();
        // As a server does it: everything after the event that was named.
        const last = collector.lastEventId;
        from = last === undefined ? 0 : whole.indexOf('\n\n', whole.indexOf(`id: ${last}\n`)) + 2;
      }
      if (!collector.reply) collector.push(whole.slice(from));
      expect(heard).toEqual(['m0', 'm1', 'm2', 'm3', 'm4', 'm5']);
      expect(collector.reply?.id).toBe(1);
    }),
  );
});

test("takes the first answer of its own, and nobody else's", () => {
  const collector = new ReplyCollector(1, undefined);
  expect(collector.push(answer(2) + answer('1'))).toBe(false);
  expect(collector.push(`${answer(1)}data: {nonsense\n\n`)).toBe(true);
  expect(collector.reply?.id).toBe(1);
});
