import { get, type IncomingMessage } from 'node:http';
import { within } from './eventually.js';

/** One server-sent event. */
export interface ServerEvent {
  readonly event: string;
  readonly id: string;
  readonly data: string;
}

export interface EventStream {
  /** The next event of a kind. @throws where none comes in time or the stream ends. */
  next(kind: string, withinMs: number): Promise<ServerEvent>;
  close(): void;
}

/** Opens a stream of server-sent events with a session cookie. @throws where it is answered with anything else. */
export async function openEventStream(url: string, cookie: string, lastEventId?: string): Promise<EventStream> {
  const headers = { accept: 'text/event-stream', cookie, ...(lastEventId !== undefined && { 'last-event-id': lastEventId }) };
  const response = await new Promise<IncomingMessage>((resolve, reject) => get(url, { headers }, resolve).once('error', reject));
  if (response.statusCode !== 200 || !response.headers['content-type']?.startsWith('text/event-stream'))
    throw new Error(`no stream: ${response.statusCode}`);
  const events: ServerEvent[] = [];
  let text = '';
  let ended = false;
  let wake = (): void => undefined;
  response.setEncoding('utf8');
  response.on('data', (chunk: string) => {
    text += chunk;
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    events.push(...blocks.map(readEvent));
    wake();
  });
  response
    .on('error', () => undefined)
    .on('close', () => {
      ended = true;
      wake();
    });
  const take = async (kind: string): Promise<ServerEvent> => {
    for (;;) {
      const at = events.findIndex(({ event }) => event === kind);
      if (at >= 0) return events.splice(at, 1)[0]!;
      if (ended) throw new Error('the stream has ended');
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  return { next: (kind, withinMs) => within(take(kind), withinMs, `the event ${kind}`), close: () => response.destroy() };
}

function readEvent(block: string): ServerEvent {
  const field = (name: string): string =>
    block
      .split('\n')
      .filter((line) => line.startsWith(`${name}:`))
      .map((line) => line.slice(name.length + 1).trimStart())
      .join('\n');
  return { event: field('event'), id: field('id'), data: field('data') };
}
