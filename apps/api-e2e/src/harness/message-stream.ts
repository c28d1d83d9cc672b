import { get, type IncomingMessage } from 'node:http';
import { SseDecoder } from '@mcpnest/mcp-protocol';

/** The messages that came on a stream so far. */
export interface MessageStream {
  readonly messages: readonly { readonly method?: string; readonly params?: Readonly<Record<string, unknown>> }[];
  close(): void;
}

/** Opens the GET stream of a legacy session. @throws where it is answered with anything else. */
export async function openMessageStream(url: string, headers: Readonly<Record<string, string>>): Promise<MessageStream> {
  const accept = 'text/event-stream';
  const response = await new Promise<IncomingMessage>((resolve, reject) =>
    get(url, { headers: { ...headers, accept } }, resolve).once('error', reject),
  );
  if (response.statusCode !== 200 || response.headers['content-type'] !== accept) throw new Error(`no stream: ${response.statusCode}`);
  const messages: { method?: string }[] = [];
  const decoder = new SseDecoder({ eventBytesMax: 1024 * 1024 });
  response.setEncoding('utf8');
  response.on('data', (text: string) => {
    for (const { data } of decoder.push(text)) if (data !== '') messages.push(JSON.parse(data) as { method?: string });
  });
  response.on('error', () => undefined);
  return { messages, close: () => response.destroy() };
}
