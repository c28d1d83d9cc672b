import { Gateway } from '../gateway.js';
import { AbortSource, type CancelSignal } from '../exchange/abort-source.js';
import type { Exchange } from '../exchange/exchange.js';
import type { Principal } from '../exchange/principal.js';
import { ElsewhereReply } from '../exchange/reply.js';
import type { SessionStore } from '../ports/session-store.js';
import type { Tracer } from '../ports/tracer.js';
import type { CanaryRoute, ExposureRoute, RouteTable, WorkspaceRoute } from '../routing/route-table.js';
import { MemorySessionStore } from '../sessions/memory-session-store.js';
import { ManualClock } from './manual-clock.js';
import { OneReplica } from './one-replica.js';
import { PlainSealer } from './plain-sealer.js';
import { ReceivedStream } from './received-stream.js';
import { RecordedCalls } from './recorded-calls.js';
import { RecordedDrift } from './recorded-drift.js';
import { RecordedLog } from './recorded-log.js';
import { versionLock } from './version-lock.js';
import { ScriptedConnector, type ScriptedServer } from './scripted-connector.js';

const TRUSTING = versionLock({ policy: 'trust' });

/** An exposure of a scripted server, whose definitions are trusted unless told otherwise. */
export function exposureRoute(serverSlug: string, overrides: Partial<ExposureRoute> = {}): ExposureRoute {
  return {
    exposureId: `exp_${serverSlug}`,
    target: {
      key: `key_${serverSlug}`,
      serverId: `srv_${serverSlug}`,
      serverSlug,
      version: 1,
      headers: {},
      missingCredentials: [],
      transport: { type: 'streamable-http', url: `https://${serverSlug}.example/mcp`, era: 'auto' },
    },
    lock: TRUSTING,
    toolPrefix: '',
    position: 0,
    createdAt: 1_000,
    toolSettings: new Map(),
    ...overrides,
  };
}

/** The same exposure with a canary of its server's version 2. */
export function withCanary(exposure: ExposureRoute, { tokenIds = [], sharePercent = 0, ...more }: CanarySpec): ExposureRoute {
  const target = { ...exposure.target, key: `${exposure.target.key}@2`, version: 2 };
  return { ...exposure, canary: { id: 'can_1', target, lock: exposure.lock, tokenIds: new Set(tokenIds), sharePercent, ...more } };
}

interface CanarySpec extends Partial<Omit<CanaryRoute, 'tokenIds'>> {
  readonly tokenIds?: readonly string[];
}

/** A workspace named `acme`. */
export function workspaceRoute(exposures: readonly ExposureRoute[], overrides: Partial<WorkspaceRoute> = {}): WorkspaceRoute {
  return {
    workspaceId: 'ws_acme',
    slug: 'acme',
    name: 'Acme',
    toolNameLengthMax: 46,
    exposures,
    limits: { ratePerSecond: 200, burst: 2_000, concurrency: 256 },
    ...overrides,
  };
}

const PRINCIPAL: Principal = { tokenId: 'tok_1', tokenName: 'laptop', workspaceId: 'ws_acme', userId: 'usr_1', tools: null };

/** What a test sends; a body that is no string is sent as JSON. */
export interface Sent {
  readonly body?: unknown;
  readonly method?: string;
  readonly slug?: string;
  readonly headers?: Record<string, string>;
  readonly principal?: Partial<Principal>;
  readonly signal?: CancelSignal;
  readonly address?: string;
}

/** What came back, with the body parsed. */
export interface Received {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string | undefined;
  readonly json: any;
  /** The records so far: of a stream, whole only at its end. */
  readonly calls: RecordedCalls['calls'];
  /** Where the answer is an event stream. @throws where it is none. */
  readonly stream: ReceivedStream;
  /** The replica that is said to hold what was asked for. */
  readonly elsewhere: string | undefined;
}

/** What clients send that take event streams. */
export const TAKES_STREAMS = { accept: 'application/json, text/event-stream' } as const;

/** A gateway on scripted servers and a clock that stands still. */
export class GatewayHarness {
  readonly clock = new ManualClock();
  readonly log = new RecordedLog();
  readonly sealer = new PlainSealer();
  readonly replicas = new OneReplica();
  readonly drift = new RecordedDrift();
  readonly sessions: SessionStore;
  readonly connector: ScriptedConnector;
  readonly gateway: Gateway;

  constructor(
    servers: Record<string, ScriptedServer>,
    workspaces: readonly WorkspaceRoute[] = [workspaceRoute(Object.keys(servers).map((slug) => exposureRoute(slug)))],
    sessions?: SessionStore,
    tracer?: Tracer,
  ) {
    this.connector = new ScriptedConnector(servers);
    this.sessions = sessions ?? new MemorySessionStore(this.clock);
    const { connector, clock, log, sealer, replicas, drift } = this;
    const ports = { connector, sessions: this.sessions, clock, log, sealer, replicas, drift, tracer };
    const origins = { publicOrigin: () => 'http://localhost:3000', onLoopback: () => true };
    this.gateway = new Gateway(ports, { origins, version: '1.2.3', byteLength: (text) => text.length, sha256: testHash });
    this.gateway.swap(tableOf(workspaces));
  }

  async send(sent: Sent): Promise<Received> {
    const calls = new RecordedCalls();
    const gone = new AbortSource();
    sent.signal?.addEventListener('abort', () => gone.abort());
    const exchange: Exchange = {
      httpMethod: sent.method ?? 'POST',
      slug: sent.slug ?? 'acme',
      headers: { host: 'localhost:3000', 'content-type': 'application/json', ...sent.headers },
      principal: { ...PRINCIPAL, ...sent.principal },
      ...(sent.address !== undefined && { address: sent.address }),
      calls,
      signal: gone,
      readBody: () => {
        const text = typeof sent.body === 'string' ? sent.body : JSON.stringify(sent.body);
        return Promise.resolve({ ok: true as const, text, bytes: text.length });
      },
    };
    const reply = await this.gateway.handle(exchange);
    const { status, headers, body } = reply;
    const stream = reply.stream && new ReceivedStream(reply.stream, () => gone.abort());
    return {
      status,
      headers,
      text: body,
      json: body === undefined ? undefined : (JSON.parse(body) as unknown),
      calls: calls.calls,
      get stream(): ReceivedStream {
        if (!stream) throw new Error(`answered ${status} with ${body ?? 'nothing'} and no stream`);
        return stream;
      },
      elsewhere: reply instanceof ElsewhereReply ? reply.node : undefined,
    };
  }

  /** Opens a legacy session. @returns the headers that its client sends from then on. */
  async legacySession(
    revision = '2025-11-25',
    capabilities: object = {},
    headers: Record<string, string> = {},
  ): Promise<Record<string, string>> {
    const clientInfo = { name: 'test', version: '1' };
    const body = legacy('initialize', { protocolVersion: revision, capabilities, clientInfo });
    const answer = await this.send({ body, headers: { ...TAKES_STREAMS, ...headers } });
    const sessionId = answer.headers['mcp-session-id'];
    if (sessionId === undefined) throw new Error(`initialize was answered ${answer.status} without a session`);
    return { ...TAKES_STREAMS, ...headers, 'mcp-session-id': sessionId, 'mcp-protocol-version': revision };
  }
}

/** Stands for SHA-256 where no cryptography is at hand. */
export const testHash = (text: string): string => new PlainSealer().digest(text);

/** A route table of these workspaces. */
export const tableOf = (workspaces: readonly WorkspaceRoute[], generation = 1): RouteTable => ({
  generation,
  bySlug: new Map(workspaces.map((workspace) => [workspace.slug, workspace])),
});

/** A legacy request. */
export const legacy = (method: string, params?: object, id: string | number = 1): object => ({
  jsonrpc: '2.0',
  id,
  method,
  ...(params ? { params } : {}),
});

/** What may be said about a modern request beside its method and params. */
export interface ModernOptions {
  readonly capabilities?: object;
  readonly headers?: Record<string, string>;
}

/** A modern request with its envelope, and the headers that must go with it. */
export function modern(
  method: string,
  params: Record<string, unknown> = {},
  id: string | number = 1,
  options: ModernOptions = {},
): { body: object; headers: Record<string, string> } {
  const envelope = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientCapabilities': options.capabilities ?? {},
    'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
  };
  const headers: Record<string, string> = { 'mcp-protocol-version': '2026-07-28', 'mcp-method': method, ...options.headers };
  const named = method === 'resources/read' ? params['uri'] : params['name'];
  if (typeof named === 'string') headers['mcp-name'] = named;
  return {
    body: { jsonrpc: '2.0', id, method, params: { ...params, _meta: { ...(params['_meta'] as object | undefined), ...envelope } } },
    headers,
  };
}
