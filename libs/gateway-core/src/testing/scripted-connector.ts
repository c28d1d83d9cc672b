import { parseReply, type Era } from '@mcpnest/mcp-protocol';
import type { CancelSignal } from '../exchange/abort-source.js';
import {
  UpstreamConnector,
  type ListKind,
  type UpstreamAnswer,
  type UpstreamFacts,
  type UpstreamItem,
  type UpstreamList,
  type UpstreamRequest,
  type UpstreamWatch,
  type UpstreamWatcher,
} from '../ports/upstream-connector.js';
import type { UpstreamTarget } from '../routing/route-table.js';
import { ScriptedCall } from './scripted-call.js';
import { ScriptedWatch } from './scripted-watch.js';

type Definition = Readonly<Record<string, unknown>>;

/** One server of a test: what it offers and what it answers. */
export interface ScriptedServer {
  era?: Era;
  tools?: readonly (Definition & { readonly name: string })[];
  prompts?: readonly (Definition & { readonly name: string })[];
  resources?: readonly (Definition & { readonly uri: string })[];
  templates?: readonly (Definition & { readonly uriTemplate: string })[];
  /** What it declares; where absent, what it offers lists of. */
  capabilities?: Definition;
  instructions?: string;
  /** Caching hints on its lists. */
  ttlMs?: number;
  isPublic?: boolean;
  /** Answers the raw result, or throws; `call` says and asks things meanwhile. */
  call?: (request: UpstreamRequest, signal: CancelSignal, call: ScriptedCall) => string | Promise<string>;
  /** The whole reply as raw JSON-RPC, where a result is not enough. */
  reply?: (request: UpstreamRequest) => string;
  /** Runs before every list; throws or waits where the server is broken or slow. */
  beforeList?: (signal: CancelSignal, kind: ListKind) => void | Promise<void>;
  /** Which watched URIs it honours; all where absent. */
  honours?: (uri: string) => boolean;
}

const KEYS = { tools: 'name', prompts: 'name', resources: 'uri', templates: 'uriTemplate' } as const satisfies Record<ListKind, string>;

/** A connector whose servers are scripts, by slug or `slug@version`; remembers what was sent to them. */
export class ScriptedConnector extends UpstreamConnector {
  readonly sent: {
    readonly server: string;
    readonly targetKey: string;
    readonly request: UpstreamRequest;
    readonly signal: CancelSignal;
  }[] = [];
  /** Every watch ever opened, closed ones included. */
  readonly watches: ScriptedWatch[] = [];
  readonly released: string[] = [];
  /** How often a list of tools was asked for. */
  lists = 0;
  /** Every list asked for, in order. */
  readonly listed: { readonly server: string; readonly kind: ListKind }[] = [];

  constructor(readonly servers: Record<string, ScriptedServer>) {
    super();
  }

  async send(target: UpstreamTarget, given: UpstreamRequest, signal: CancelSignal): Promise<UpstreamAnswer> {
    // As a wire would carry it: the gateway takes the texts out of a request that it need not send again.
    const request = { ...given };
    this.sent.push({ server: target.serverSlug, targetKey: target.key, request, signal });
    const server = this.server(target);
    const text = server.reply
      ? server.reply(request)
      : `{"jsonrpc":"2.0","id":1,"result":${(await server.call?.(request, signal, this.callOf(target, request))) ?? '{"content":[]}'}}`;
    const reply = parseReply(text);
    if (reply.kind === 'fault') throw new Error(`the script's reply is not a message: ${reply.message}`);
    return { era: this.eraOf(target), reply, bytes: text.length };
  }

  async list(target: UpstreamTarget, kind: ListKind, signal: CancelSignal): Promise<UpstreamList> {
    if (kind === 'tools') this.lists++;
    this.listed.push({ server: target.serverSlug, kind });
    const server = this.server(target);
    await server.beforeList?.(signal, kind);
    const definitions: readonly Definition[] = server[kind] ?? [];
    return {
      items: definitions.map((item) => itemOf(kind, item)),
      facts: this.factsOf(target),
      ttlMs: server.ttlMs,
      isPublic: server.isPublic,
    };
  }

  watch(target: UpstreamTarget, uris: readonly string[], watcher: UpstreamWatcher): UpstreamWatch {
    const watch = new ScriptedWatch(target, uris, watcher, (uri) => this.server(target).honours?.(uri) ?? true);
    this.watches.push(watch);
    return watch;
  }

  release(targetKey: string): void {
    this.released.push(targetKey);
  }

  /** The open watches over a server. */
  watching(serverSlug: string): readonly ScriptedWatch[] {
    return this.watches.filter(({ server, isClosed }) => server === serverSlug && !isClosed);
  }

  private callOf(target: UpstreamTarget, request: UpstreamRequest): ScriptedCall {
    return new ScriptedCall(target.serverSlug, request, this.eraOf(target) === 'legacy');
  }

  private eraOf(target: UpstreamTarget): Era {
    return this.server(target).era ?? 'legacy';
  }

  private factsOf(target: UpstreamTarget): UpstreamFacts {
    const server = this.server(target);
    const era = this.eraOf(target);
    const capabilities = server.capabilities ?? {
      ...(server.tools && { tools: {} }),
      ...(server.prompts && { prompts: {} }),
      ...((server.resources ?? server.templates) && { resources: {} }),
    };
    const protocolVersion = era === 'modern' ? '2026-07-28' : '2025-11-25';
    const serverInfo = { name: target.serverSlug, version: '1.0.0' };
    return {
      era,
      protocolVersion,
      capabilities,
      serverInfo,
      ...(server.instructions !== undefined && { instructions: server.instructions }),
    };
  }

  private server(target: UpstreamTarget): ScriptedServer {
    const server = this.servers[`${target.serverSlug}@${target.version}`] ?? this.servers[target.serverSlug];
    if (!server) throw new Error(`no script for ${target.serverSlug}`);
    return server;
  }
}

function itemOf(kind: ListKind, definition: Definition): UpstreamItem {
  const whole = kind === 'tools' ? { inputSchema: { type: 'object' }, ...definition } : definition;
  return { key: String(definition[KEYS[kind]]), text: JSON.stringify(whole) };
}
