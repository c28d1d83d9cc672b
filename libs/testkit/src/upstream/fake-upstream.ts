import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { readBody, sendJson, startHttpServer, type RunningHttpServer } from '../http/start-http-server.js';

/** A JSON-RPC message as the fake reads it: loosely. */
export interface FakeMessage {
  readonly id?: string | number;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: unknown;
  readonly error?: { code: number };
}

/** One HTTP request that arrived, before any behaviour touched it. */
export interface ReceivedRequest {
  readonly verb: string;
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

export interface FakeTool {
  readonly name: string;
  readonly [member: string]: unknown;
}

export interface FakeUpstreamOptions {
  readonly era?: 'modern' | 'legacy' | 'dual';
  readonly answer?: 'json' | 'sse';
  /** Legacy only: whether `initialize` grants a session id that later requests must name. */
  readonly sessions?: boolean;
  readonly tools?: readonly FakeTool[];
  /** Tools per page; all on one page unless told. */
  readonly pageSize?: number;
  readonly instructions?: string;
  /** What `initialize` answers; the client's own version unless told. */
  readonly legacyVersion?: string;
  /** The result of `tools/call`; the arguments as text unless told. A string is sent as raw JSON. */
  readonly callResult?: (params: Record<string, unknown>) => unknown;
  readonly tls?: { readonly key: string; readonly cert: string };
}

export interface FakeUpstream extends Omit<RunningHttpServer, 'origin'> {
  /** `…/mcp` */
  readonly url: string;
  /** Everything that arrived, in order. */
  readonly received: readonly ReceivedRequest[];
  /** Messages of one method that arrived, in order. */
  messages(method: string): readonly ReceivedRequest[];
  /** Resolves with the next request of a method, or one that is here already and was not waited for. */
  arrival(method: string): Promise<ReceivedRequest>;
  /** Answers every message of a method in another way from now on; `undefined` heals it. */
  misbehave(method: string, behaviour: FakeBehaviour | undefined): void;
  /** Forgets every session, as a restart would. */
  forgetSessions(): void;
}

const DEFAULT_TOOLS: readonly FakeTool[] = [
  { name: 'echo', description: 'Repeats its arguments', inputSchema: { type: 'object' } },
  { name: 'Second.Tool', description: 'Does the same', inputSchema: { type: 'object' }, 'x-vendor': { kept: true } },
];
const MODERN = '2026-07-28';
const SERVER_INFO = { name: 'fake-upstream', version: '1.2.3' };

/** A small MCP server written by hand, of either era, that logs what it receives and misbehaves on demand. */
export async function startFakeUpstream(options: FakeUpstreamOptions = {}): Promise<FakeUpstream> {
  const fake = new Fake(options);
  const server = await startHttpServer((request, response) => void fake.handle(request, response), options.tls);
  return {
    url: `${server.origin}/mcp`,
    port: server.port,
    get connectionCount() {
      return server.connectionCount;
    },
    received: fake.received,
    messages: (method) => fake.received.filter(({ message }) => message.method === method),
    arrival: (method) => fake.arrival(method),
    misbehave: (method, behaviour) => fake.misbehave(method, behaviour),
    forgetSessions: () => fake.sessions.clear(),
    dropConnections: () => server.dropConnections(),
    close: () => server.close(),
  };
}

class Fake {
  readonly received: ReceivedRequest[] = [];
  readonly sessions = new Set<string>();
  private readonly behaviours = new Map<string, FakeBehaviour>();
  private readonly awaited = new Map<ReceivedRequest, true>();
  private waiters: { method: string; resolve: (request: ReceivedRequest) => void }[] = [];

  constructor(private readonly options: FakeUpstreamOptions) {}

  misbehave(method: string, behaviour: FakeBehaviour | undefined): void {
    if (behaviour) this.behaviours.set(method, behaviour);
    else this.behaviours.delete(method);
  }

  arrival(method: string): Promise<ReceivedRequest> {
    const here = this.received.find((request) => request.message.method === method && !this.awaited.has(request));
    if (here) {
      this.awaited.set(here, true);
      return Promise.resolve(here);
    }
    return new Promise((resolve) => this.waiters.push({ method, resolve }));
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const message = readMessage(body);
    this.note({ verb: request.method ?? '', headers: request.headers, body, message });
    const behave = (): void => this.answer(request, response, message);
    const behaviour = this.behaviours.get(message.method ?? request.method ?? '');
    if (behaviour) behaviour({ message, request, response, result: this.resultOf(message), behave });
    else behave();
  }

  private note(received: ReceivedRequest): void {
    this.received.push(received);
    const waiter = this.waiters.find(({ method }) => method === received.message.method);
    if (!waiter) return;
    this.waiters = this.waiters.filter((each) => each !== waiter);
    this.awaited.set(received, true);
    waiter.resolve(received);
  }

  private answer(request: IncomingMessage, response: ServerResponse, message: FakeMessage): void {
    const { era = 'modern' } = this.options;
    if (request.method === 'DELETE') return this.endSession(request, response);
    if (request.method !== 'POST') return void response.writeHead(405, { allow: 'POST' }).end();
    const isModern = typeof metaOf(message)['io.modelcontextprotocol/protocolVersion'] === 'string';
    if (isModern && era === 'legacy') return sendJson(response, 400, errorOf(message, -32000, 'Bad Request: no session'));
    if (!isModern && era === 'modern') return sendJson(response, 400, errorOf(message, -32602, 'Missing _meta'));
    if (isModern) return this.answerModern(request, response, message);
    this.answerLegacy(request, response, message);
  }

  private answerModern({ headers }: IncomingMessage, response: ServerResponse, message: FakeMessage): void {
    if (headers['mcp-protocol-version'] !== MODERN || headers['mcp-method'] !== message.method)
      return sendJson(response, 400, errorOf(message, -32020, 'Header mismatch'));
    if (message.method === 'tools/call' && headers['mcp-name'] === undefined)
      return sendJson(response, 400, errorOf(message, -32020, 'Mcp-Name is missing'));
    this.reply(response, message);
  }

  private answerLegacy({ headers }: IncomingMessage, response: ServerResponse, message: FakeMessage): void {
    if (message.method === 'initialize') {
      const id = this.options.sessions ? randomUUID() : undefined;
      if (id) this.sessions.add(id);
      return sendJson(
        response,
        200,
        { jsonrpc: '2.0', id: message.id, result: this.resultOf(message) },
        id ? { 'mcp-session-id': id } : {},
      );
    }
    if (this.options.sessions && !this.sessions.has(String(headers['mcp-session-id'])))
      return sendJson(response, 404, errorOf({}, -32001, 'Session not found'));
    if (message.id === undefined || message.method === undefined) return void response.writeHead(202).end();
    this.reply(response, message);
  }

  private endSession({ headers }: IncomingMessage, response: ServerResponse): void {
    this.sessions.delete(String(headers['mcp-session-id']));
    response.writeHead(204).end();
  }

  private reply(response: ServerResponse, message: FakeMessage): void {
    const result = this.resultOf(message);
    if (result === undefined)
      return sendJson(response, this.options.era === 'legacy' ? 200 : 404, errorOf(message, -32601, 'Method not found'));
    const text = resultText(message, result);
    if (this.options.answer !== 'sse') return sendJson(response, 200, text);
    sendEvents(response, [{ jsonrpc: '2.0', method: 'notifications/message', params: { level: 'info', data: 'working' } }, text]);
  }

  private resultOf({ method, params = {} }: FakeMessage): unknown {
    const { tools = DEFAULT_TOOLS, pageSize = tools.length, instructions, legacyVersion, callResult } = this.options;
    switch (method) {
      case 'server/discover':
        return {
          supportedVersions: [MODERN],
          capabilities: { tools: {} },
          instructions,
          resultType: 'complete',
          ttlMs: 0,
          cacheScope: 'private',
          _meta: { 'io.modelcontextprotocol/serverInfo': SERVER_INFO },
        };
      case 'initialize':
        return {
          protocolVersion: legacyVersion ?? params['protocolVersion'],
          capabilities: { tools: {} },
          serverInfo: SERVER_INFO,
          instructions,
        };
      case 'tools/list': {
        const start = params['cursor'] === undefined ? 0 : Number(params['cursor']);
        const next = start + pageSize;
        return {
          tools: tools.slice(start, next),
          ...(next < tools.length && { nextCursor: String(next) }),
          resultType: 'complete',
          ttlMs: 0,
          cacheScope: 'private',
        };
      }
      case 'tools/call':
        return callResult
          ? callResult(params)
          : { content: [{ type: 'text', text: JSON.stringify(params['arguments'] ?? {}) }], resultType: 'complete' };
      default:
        return undefined;
    }
  }
}

/** Writes messages as an event stream and ends it; strings are raw JSON. */
export function sendEvents(response: ServerResponse, messages: readonly unknown[]): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  for (const message of messages)
    response.write(`event: message\ndata: ${typeof message === 'string' ? message : JSON.stringify(message)}\n\n`);
  response.end();
}

/** A result message; a result given as a string is raw JSON. */
export function resultText(message: FakeMessage, result: unknown): string {
  return `{"jsonrpc":"2.0","id":${JSON.stringify(message.id)},"result":${typeof result === 'string' ? result : JSON.stringify(result)}}`;
}

/** An error message for a request, or for none. */
export function errorOf(message: FakeMessage, code: number, text: string, data?: unknown): Record<string, unknown> {
  return { jsonrpc: '2.0', id: message.id ?? null, error: { code, message: text, ...(data !== undefined && { data }) } };
}

function readMessage(body: string): FakeMessage {
  try {
    return body === '' ? {} : (JSON.parse(body) as FakeMessage);
  } catch {
    return {};
  }
}

function metaOf(message: FakeMessage): Record<string, unknown> {
  return (message.params?.['_meta'] ?? {}) as Record<string, unknown>;
}
