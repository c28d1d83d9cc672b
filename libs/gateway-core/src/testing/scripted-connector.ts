import { parseReply } from '@mcpnest/mcp-protocol';
import type { Era } from '@mcpnest/mcp-protocol';
import { UpstreamConnector, type UpstreamAnswer, type UpstreamRequest, type UpstreamToolList } from '../ports/upstream-connector.js';
import type { CancelSignal } from '../exchange/abort-source.js';
import type { UpstreamTarget } from '../routing/route-table.js';

/** One server of a test: its tools and what it answers to a call. */
export interface ScriptedServer {
  era?: Era;
  tools: readonly { readonly name: string; readonly [member: string]: unknown }[];
  /** Answers the raw result, or throws. */
  call?: (request: UpstreamRequest, signal: CancelSignal) => string | Promise<string>;
  /** The whole reply as raw JSON-RPC, where a result is not enough. */
  reply?: (request: UpstreamRequest) => string;
  /** Runs before every list; throws or waits where the server is broken or slow. */
  beforeList?: (signal: CancelSignal) => void | Promise<void>;
}

/** A connector whose servers are scripts; remembers what was sent to them. */
export class ScriptedConnector extends UpstreamConnector {
  readonly sent: { readonly server: string; readonly request: UpstreamRequest }[] = [];
  readonly released: string[] = [];
  lists = 0;

  constructor(readonly servers: Record<string, ScriptedServer>) {
    super();
  }

  async send(target: UpstreamTarget, request: UpstreamRequest, signal: CancelSignal): Promise<UpstreamAnswer> {
    this.sent.push({ server: target.serverSlug, request });
    const server = this.server(target);
    const text = server.reply
      ? server.reply(request)
      : `{"jsonrpc":"2.0","id":1,"result":${(await server.call?.(request, signal)) ?? '{"content":[]}'}}`;
    const reply = parseReply(text);
    if (reply.kind === 'fault') throw new Error(`the script's reply is not a message: ${reply.message}`);
    return { era: server.era ?? 'legacy', reply, bytes: text.length };
  }

  async listTools(target: UpstreamTarget, signal: CancelSignal): Promise<UpstreamToolList> {
    this.lists++;
    const server = this.server(target);
    await server.beforeList?.(signal);
    const tools = server.tools.map((tool) => ({ name: tool.name, text: JSON.stringify({ inputSchema: { type: 'object' }, ...tool }) }));
    return { tools, era: server.era ?? 'legacy' };
  }

  release(targetKey: string): void {
    this.released.push(targetKey);
  }

  private server(target: UpstreamTarget): ScriptedServer {
    const server = this.servers[target.serverSlug];
    if (!server) throw new Error(`no script for ${target.serverSlug}`);
    return server;
  }
}
