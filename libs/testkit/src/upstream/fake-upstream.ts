import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { startHttpServer, type RunningHttpServer } from '../http/start-http-server.js';
import type { FakeMessage } from './fake-messages.js';
import type { FakeOffers, FakeScript, FakeUpstreamOptions } from './fake-options.js';
import { FakeServer } from './fake-server.js';

/** One HTTP request that arrived, before any behaviour touched it. */
export interface ReceivedRequest {
  readonly verb: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly message: FakeMessage;
}

/** What a behaviour works with. */
export interface FakeExchange {
  readonly message: FakeMessage;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The result the fake would have given. */
  readonly result: unknown;
  /** Answers as if nothing were wrong. */
  behave(): void;
}

/** Replaces the answer to a message. */
export type FakeBehaviour = (exchange: FakeExchange) => void;

export interface FakeUpstream extends Omit<RunningHttpServer, 'origin'> {
  /** `…/mcp`, or `…/sse` in the era of that name. */
  readonly url: string;
  /** Everything that arrived, in order. */
  readonly received: readonly ReceivedRequest[];
  /** Messages of one method that arrived, in order; requests without a method go by their verb, such as `GET`. */
  messages(method: string): readonly ReceivedRequest[];
  /** Resolves with the next request of a method (or verb), or one that is here already and was not waited for. */
  arrival(method: string): Promise<ReceivedRequest>;
  /** Answers every message of a method (or verb) in another way from now on; `undefined` heals it. */
  misbehave(method: string, behaviour: FakeBehaviour | undefined): void;
  /** Answers calls of a tool, or requests of a method, by a script from now on; `undefined` forgets it. */
  script(toolOrMethod: string, script: FakeScript | undefined): void;
  /** Changes what is offered, without telling anybody. */
  offer(offers: FakeOffers): void;
  /**
   * Tells every client outside of any call: on standing streams and, where asked for, on listen streams.
   * `notifications/resources/updated` reaches only those that subscribed to its `uri`.
   */
  tell(method: string, params?: Readonly<Record<string, unknown>>): void;
  /** Bytes as they are on every standing and listen stream. */
  tellRaw(text: string): void;
  /** Streams open outside of calls: by GET, and by `subscriptions/listen`. */
  readonly openStreams: { readonly standing: number; readonly listen: number };
  /** Ends the streams outside of calls; the sessions stay, but for HTTP+SSE, where they are the stream. */
  closeStreams(): void;
  /** Forgets every session, as a restart would, and ends their streams. */
  forgetSessions(): void;
}

/** A small MCP server written by hand, of any era, that logs what it receives and misbehaves on demand. */
export async function startFakeUpstream(options: FakeUpstreamOptions = {}): Promise<FakeUpstream> {
  const fake = new FakeServer(options);
  const server = await startHttpServer((request, response) => void fake.handle(request, response), {
    ...options.tls,
    ...(options.port !== undefined && { port: options.port }),
  });
  return {
    url: `${server.origin}${options.era === 'sse' ? '/sse' : '/mcp'}`,
    port: server.port,
    get connectionCount() {
      return server.connectionCount;
    },
    received: fake.log.received,
    messages: (method) => fake.log.messages(method),
    arrival: (method) => fake.log.arrival(method),
    misbehave: (method, behaviour) => fake.misbehave(method, behaviour),
    script: (toolOrMethod, script) => fake.script(toolOrMethod, script),
    offer: (offers) => fake.offer(offers),
    tell: (method, params) => fake.tell(method, params),
    tellRaw: (text) => fake.tellRaw(text),
    get openStreams() {
      return fake.openStreams;
    },
    closeStreams: () => fake.closeStreams(),
    forgetSessions: () => fake.forgetSessions(),
    dropConnections: () => server.dropConnections(),
    close: () => server.close(),
  };
}
