import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, sendJson } from '../http/start-http-server.js';
import { ScriptedCall, type FakeOutlet } from './fake-call.js';
import { FakeListens } from './fake-listens.js';
import { errorOf, metaOf, notificationText, readMessage, type FakeMessage } from './fake-messages.js';
import { MODERN, plainResult } from './fake-offers.js';
import type { FakeOffers, FakeScript, FakeUpstreamOptions } from './fake-options.js';
import { FakeSession } from './fake-session.js';
import type { FakeBehaviour } from './fake-upstream.js';
import { ReceivedLog } from './received-log.js';

const CAPABILITIES = 'io.modelcontextprotocol/clientCapabilities';
/** Requests that name what they are about in a header too (2026-07-28, "Standard request headers"). */
const NAMED: ReadonlySet<string | undefined> = new Set(['tools/call', 'prompts/get', 'resources/read']);

/** One HTTP request, read. */
interface Arrived {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly message: FakeMessage;
}

/** The fake behind `startFakeUpstream`. */
export class FakeServer {
  readonly log = new ReceivedLog();
  private readonly sessions = new Map<string, FakeSession>();
  private readonly listens = new FakeListens();
  private readonly behaviours = new Map<string, FakeBehaviour>();
  private readonly scripts = new Map<string, FakeScript>();
  private options: FakeUpstreamOptions;

  constructor(options: FakeUpstreamOptions) {
    this.options = options;
  }

  misbehave(method: string, behaviour: FakeBehaviour | undefined): void {
    if (behaviour) this.behaviours.set(method, behaviour);
    else this.behaviours.delete(method);
  }

  script(toolOrMethod: string, script: FakeScript | undefined): void {
    if (script) this.scripts.set(toolOrMethod, script);
    else this.scripts.delete(toolOrMethod);
  }

  offer(offers: FakeOffers): void {
    this.options = { ...this.options, ...offers };
  }

  tell(method: string, params?: Readonly<Record<string, unknown>>): void {
    const isUpdate = method === 'notifications/resources/updated';
    for (const session of this.sessions.values())
      if (!isUpdate || session.subscriptions.has(String(params?.['uri']))) session.tell(notificationText(method, params));
    this.listens.tell(method, params ?? {});
  }

  tellRaw(text: string): void {
    for (const session of this.sessions.values()) session.tellRaw(text);
    this.listens.tellRaw(text);
  }

  get openStreams(): { standing: number; listen: number } {
    return { standing: [...this.sessions.values()].filter(({ isHeard }) => isHeard).length, listen: this.listens.size };
  }

  closeStreams(): void {
    for (const session of this.sessions.values()) session.closeStanding();
    if (this.options.era === 'sse') this.sessions.clear();
    this.listens.end();
  }

  forgetSessions(): void {
    for (const session of this.sessions.values()) session.end();
    this.sessions.clear();
    this.listens.end(false);
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const message = readMessage(body);
    this.log.add({ verb: request.method ?? '', path: request.url ?? '', headers: request.headers, body, message });
    const arrived = { request, response, message };
    const behaviour = this.behaviours.get(message.method ?? request.method ?? '');
    if (!behaviour) return this.answer(arrived);
    const result = (): unknown => this.plain(message, isModern(message), {});
    behaviour({
      message,
      request,
      response,
      get result() {
        return result();
      },
      behave: () => this.answer(arrived),
    });
  }

  private answer(arrived: Arrived): void {
    const { era = 'modern' } = this.options;
    const { request, response, message } = arrived;
    if (era === 'sse') return this.answerOldTransport(arrived);
    if (request.method === 'DELETE') return this.endSession(arrived);
    if (request.method === 'GET') return this.openStream(arrived);
    if (request.method !== 'POST') return void response.writeHead(405, { allow: 'POST' }).end();
    if (isModern(message) && era === 'legacy') return sendJson(response, 400, errorOf(message, -32000, 'Bad Request: no session'));
    if (!isModern(message) && era === 'modern') return sendJson(response, 400, errorOf(message, -32602, 'Missing _meta'));
    if (isModern(message)) return this.answerModern(arrived);
    this.answerLegacy(arrived);
  }

  private answerModern({ request: { headers }, response, message }: Arrived): void {
    if (headers['mcp-protocol-version'] !== MODERN || headers['mcp-method'] !== message.method)
      return sendJson(response, 400, errorOf(message, -32020, 'Header mismatch'));
    if (NAMED.has(message.method) && headers['mcp-name'] === undefined)
      return sendJson(response, 400, errorOf(message, -32020, 'Mcp-Name is missing'));
    if (message.method === 'subscriptions/listen') return this.listens.add(message, response, (uri) => this.hasResource(uri));
    const capabilities = (metaOf(message)[CAPABILITIES] ?? {}) as Record<string, unknown>;
    this.reply(message, capabilities, { response, prefersEvents: this.options.answer === 'sse' });
  }

  private answerLegacy({ request: { headers }, response, message }: Arrived): void {
    if (message.method === 'initialize') return this.initialize(response, message);
    const session = this.sessionOf(headers['mcp-session-id']);
    if (!session) return sendJson(response, 404, errorOf({}, -32001, 'Session not found'));
    session.hear(message);
    if (message.id === undefined || message.method === undefined) return void response.writeHead(202).end();
    this.reply(message, session.clientCapabilities, { response, session, prefersEvents: this.options.answer === 'sse' });
  }

  private initialize(response: ServerResponse, message: FakeMessage): void {
    const id = this.options.sessions ? randomUUID() : '';
    const session = this.addSession(id);
    session.clientCapabilities = (message.params?.['capabilities'] ?? {}) as Record<string, unknown>;
    const result = this.plain(message, false, session.clientCapabilities);
    sendJson(response, 200, { jsonrpc: '2.0', id: message.id, result }, id ? { 'mcp-session-id': id } : {});
  }

  private openStream({ request: { headers }, response }: Arrived): void {
    const { era, sessions, getStreams = sessions } = this.options;
    const session = this.sessionOf(headers['mcp-session-id']);
    if (era === 'modern' || !getStreams) return void response.writeHead(405, { allow: 'POST' }).end();
    const lastId = headers['last-event-id'];
    if (!session?.openStanding(response, lastId === undefined ? undefined : String(lastId))) response.writeHead(404).end();
  }

  /** HTTP+SSE (2024-11-05): the stream is the session, and everything is said on it. */
  private answerOldTransport({ request, response, message }: Arrived): void {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'GET' && pathname === '/sse') return this.openOldSession(response);
    if (request.method !== 'POST' || pathname !== '/messages') return void response.writeHead(request.method === 'POST' ? 405 : 404).end();
    const session = this.sessions.get(searchParams.get('session') ?? '');
    if (!session) return void response.writeHead(404).end('no such session');
    if (message.method === 'initialize') session.clientCapabilities = (message.params?.['capabilities'] ?? {}) as Record<string, unknown>;
    session.hear(message);
    response.writeHead(202).end('Accepted');
    if (message.id !== undefined && message.method !== undefined)
      this.reply(message, session.clientCapabilities, { shared: session.standingStream, session, prefersEvents: true });
  }

  private openOldSession(response: ServerResponse): void {
    const session = this.addSession(randomUUID());
    const stream = session.openStanding(response)!;
    stream.onClose(() => this.sessions.delete(session.id));
    const path = `/messages?session=${session.id}`;
    stream.send(this.options.endpoint?.(path) ?? path, 'endpoint');
  }

  private addSession(id: string): FakeSession {
    const session = new FakeSession(id, this.options.eventIds === true && this.options.era !== 'sse');
    this.sessions.set(id, session);
    return session;
  }

  private sessionOf(id: unknown): FakeSession | undefined {
    if (this.options.sessions) return this.sessions.get(String(id));
    return this.sessions.get('') ?? this.addSession('');
  }

  private endSession({ request: { headers }, response }: Arrived): void {
    const id = String(headers['mcp-session-id']);
    this.sessions.get(id)?.end();
    this.sessions.delete(id);
    response.writeHead(204).end();
  }

  private reply(message: FakeMessage, clientCapabilities: Readonly<Record<string, unknown>>, outlet: FakeOutlet): void {
    const script = this.scriptFor(message) ?? this.plainScript(message, clientCapabilities, outlet);
    if (script) return void new ScriptedCall(message, clientCapabilities, outlet).run(script);
    const error = errorOf(message, -32601, 'Method not found');
    if (outlet.shared) outlet.shared.send(JSON.stringify(error));
    else sendJson(outlet.response!, outlet.session ? 200 : 404, error);
  }

  private scriptFor({ method = '', params }: FakeMessage): FakeScript | undefined {
    const named = method === 'tools/call' ? this.scripts.get(String(params?.['name'])) : undefined;
    return named ?? this.scripts.get(method);
  }

  /** The plain answer; undefined for a method that is not known. */
  private plainScript(
    message: FakeMessage,
    clientCapabilities: Readonly<Record<string, unknown>>,
    { session, shared }: FakeOutlet,
  ): FakeScript | undefined {
    if (session && /^resources\/(un)?subscribe$/.test(message.method ?? '')) return () => subscribe(session, message);
    if (session && message.method === 'logging/setLevel') session.logLevel = String(message.params?.['level']);
    try {
      const result = this.plain(message, !session, clientCapabilities);
      if (result === undefined) return undefined;
      const saysSo = this.options.answer === 'sse' && !shared;
      return (call) => {
        if (saysSo) call.log('info', 'working');
        return result;
      };
    } catch (error) {
      return () => Promise.reject(error as Error);
    }
  }

  private plain(message: FakeMessage, modern: boolean, clientCapabilities: Readonly<Record<string, unknown>>): unknown {
    return plainResult(this.options, message, { isModern: modern, clientCapabilities, legacyVersion: this.options.legacyVersion });
  }

  private hasResource(uri: string): boolean {
    const { resources = [], templates = [] } = this.options;
    return (
      resources.some((each) => each['uri'] === uri) || templates.some((each) => uri.startsWith(String(each['uriTemplate']).split('{')[0]!))
    );
  }
}

function subscribe({ subscriptions }: FakeSession, { method, params }: FakeMessage): Record<string, never> {
  const uri = String(params?.['uri']);
  if (method === 'resources/subscribe') subscriptions.add(uri);
  else subscriptions.delete(uri);
  return {};
}

function isModern(message: FakeMessage): boolean {
  return typeof metaOf(message)['io.modelcontextprotocol/protocolVersion'] === 'string';
}
