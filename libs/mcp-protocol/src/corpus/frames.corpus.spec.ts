/** Frames of each revision, as clients and servers send them: every one is accepted, sorted and kept as it is. */
import { checkNameHeader, classifyInbound, parseInbound, parseReply, readFrontHeaders } from '../index.js';
import type { InboundMessage } from '../index.js';
import november2024 from './frames/2024-11-05.json' with { type: 'json' };
import march2025 from './frames/2025-03-26.json' with { type: 'json' };
import june2025 from './frames/2025-06-18.json' with { type: 'json' };
import november2025 from './frames/2025-11-25.json' with { type: 'json' };
import july2026 from './frames/2026-07-28.json' with { type: 'json' };

interface Frame { readonly name: string; readonly headers?: Record<string, string>; readonly body: unknown; readonly expect: string }
interface Revision { readonly revision: string; readonly client: Frame[]; readonly server: Frame[] }

const REVISIONS = [november2024, march2025, june2025, november2025, july2026] as unknown as Revision[];
const framesOf = (side: 'client' | 'server') => REVISIONS.flatMap((revision) => revision[side].map((frame) => ({ ...frame, revision: revision.revision })));

/** What a client's frame is to us, in the words of the fixtures. */
function received({ body, headers = {} }: Frame): string {
  const message = parseInbound(JSON.stringify(body));
  if (message.kind === 'fault') return message.message;
  const front = readFrontHeaders(headers);
  const classified = classifyInbound(message, front);
  const rejection = classified.rejection ?? (classified.era === 'modern' ? checkNameHeader(classified.message, front) : undefined);
  return rejection?.message ?? `${(classified as { era: string }).era} ${(classified as { kind: string }).kind}`;
}

/** What a server's frame is to us, in the words of the fixtures. */
function answered(body: unknown): string {
  const reply = parseReply(JSON.stringify(body));
  if (reply.kind === 'fault') return reply.message;
  return [reply.kind, reply.error?.code, reply.method || undefined, reply.isError ? 'isError' : undefined, reply.resultType].filter((word) => word !== undefined).join(' ');
}

describe('frames from clients', () => {
  it.each(framesOf('client'))('$revision: $name is $expect', (frame) => {
    expect(received(frame)).toBe(frame.expect);
  });

  it.each(framesOf('client'))('$revision: $name is kept as it was written', ({ body }) => {
    const text = JSON.stringify(body, null, 2);
    expect((parseInbound(text) as InboundMessage).text).toBe(text);
  });
});

describe('frames from servers', () => {
  it.each(framesOf('server'))('$revision: $name is $expect', ({ body, expect: expected }) => {
    expect(answered(body)).toBe(expected);
  });

  it.each(framesOf('server'))('$revision: $name keeps the bytes of its payload', ({ body }) => {
    const reply = parseReply(` ${JSON.stringify(body, null, 1)}\n`);
    if (reply.kind === 'fault') throw new Error(reply.message);
    const parts = body as { result?: unknown; error?: { data?: unknown }; params?: unknown };
    const payload = parts.result ?? parts.error?.data ?? parts.params;
    const raw = reply.resultText ?? reply.error?.dataText ?? reply.paramsText;
    expect(raw === undefined ? undefined : JSON.parse(raw)).toEqual(payload);
  });
});
