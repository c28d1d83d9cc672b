import type { ServerResponse } from 'node:http';
import { EventStream } from './event-stream.js';
import { notificationText, resultText, type FakeMessage } from './fake-messages.js';

const SUBSCRIPTION_ID = 'io.modelcontextprotocol/subscriptionId';
const SWITCHES: Readonly<Record<string, string>> = {
  'notifications/tools/list_changed': 'toolsListChanged',
  'notifications/prompts/list_changed': 'promptsListChanged',
  'notifications/resources/list_changed': 'resourcesListChanged',
};

interface Listen {
  readonly message: FakeMessage;
  readonly stream: EventStream;
  readonly honoured: Readonly<Record<string, unknown>>;
}

/** The `subscriptions/listen` streams of a modern server. */
export class FakeListens {
  private readonly open = new Set<Listen>();

  get size(): number {
    return this.open.size;
  }

  /** Opens a stream and acknowledges what will flow on it. */
  add(message: FakeMessage, response: ServerResponse, honour: (uri: string) => boolean): void {
    const wanted = (message.params?.['notifications'] ?? {}) as Record<string, unknown>;
    const uris = wanted['resourceSubscriptions'];
    const honoured = { ...wanted, ...(Array.isArray(uris) && { resourceSubscriptions: uris.filter((uri) => honour(String(uri))) }) };
    const stream = new EventStream('l', false);
    const listen = { message, stream, honoured };
    stream.onClose(() => this.open.delete(listen));
    stream.open(response);
    this.open.add(listen);
    stream.send(tagged('notifications/subscriptions/acknowledged', { notifications: honoured }, message));
  }

  /** Sends a notification to every stream that asked for it. */
  tell(method: string, params: Readonly<Record<string, unknown>>): void {
    for (const { message, stream, honoured } of this.open)
      if (isWanted(honoured, method, params)) stream.send(tagged(method, params, message));
  }

  tellRaw(text: string): void {
    for (const { stream } of this.open) stream.sendRaw(text);
  }

  /** Ends every stream the way a server that stops does: with the result, or without a word. */
  end(withResult = true): void {
    for (const { message, stream } of this.open) {
      if (withResult) stream.send(resultText(message, { resultType: 'complete', _meta: { [SUBSCRIPTION_ID]: message.id } }));
      stream.end();
    }
    this.open.clear();
  }
}

function isWanted(honoured: Readonly<Record<string, unknown>>, method: string, params: Readonly<Record<string, unknown>>): boolean {
  if (method === 'notifications/resources/updated') return ((honoured['resourceSubscriptions'] ?? []) as unknown[]).includes(params['uri']);
  const name = SWITCHES[method];
  return name === undefined || honoured[name] === true;
}

function tagged(method: string, params: Readonly<Record<string, unknown>>, { id }: FakeMessage): string {
  return notificationText(method, { ...params, _meta: { ...(params['_meta'] as object | undefined), [SUBSCRIPTION_ID]: id } });
}
