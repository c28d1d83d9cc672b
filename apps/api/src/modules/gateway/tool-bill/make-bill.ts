import { utf8Length, type ToolEntry, type ToolView } from '@mcpnest/gateway-core';
import type { ToolCallCount } from '../../../platform/events/call-counts.port.js';
import { itemOf } from '../published-tools/published-tool.presenter.js';
import type { BilledServer, BilledTool, ToolBill } from './tool-bill.dto.js';

/** Bytes of a definition for one token of a model, about: English text and JSON have three to five. */
const BYTES_PER_TOKEN = 4;

/** What the lists of a workspace cost each client that reads them. Pure. */
export function makeBill(view: ToolView, counts: readonly ToolCallCount[], since: Date): ToolBill {
  const countOf = new Map(counts.map((count) => [`${count.serverSlug}:${count.toolName}`, count]));
  const tools = view.entries
    .map((entry) => billed(view, entry, countOf.get(`${entry.exposure.target.serverSlug}:${entry.upstreamName}`)))
    .sort((a, b) => Number(b.published) - Number(a.published) || b.bytes - a.bytes);
  const servers = billServers(view, tools);
  const bytes = sum(servers.map((server) => server.bytes));
  return { since: since.toISOString(), bytes, tokens: tokensOf(bytes), servers, tools };
}

function billed(view: ToolView, entry: ToolEntry, count: ToolCallCount | undefined): BilledTool {
  const item = itemOf(view, entry);
  const bytes = utf8Length(item?.text ?? entry.definitionText);
  return {
    name: entry.publishedName,
    server: entry.exposure.target.serverSlug,
    tool: entry.upstreamName,
    published: item !== undefined,
    bytes,
    tokens: tokensOf(bytes),
    calls: count?.calls ?? 0,
    lastCalledAt: count?.lastCalledAt.toISOString() ?? null,
    unused: item !== undefined && count === undefined,
  };
}

function billServers({ entries }: ToolView, tools: readonly BilledTool[]): BilledServer[] {
  const exposures = new Map(entries.map(({ exposure }) => [exposure.target.serverSlug, exposure]));
  const servers = [...exposures].map(([server, { createdAt }]): BilledServer => {
    const own = tools.filter((tool) => tool.server === server);
    const published = own.filter((tool) => tool.published);
    const bytes = sum(published.map((tool) => tool.bytes));
    return {
      server,
      tools: published.length,
      bytes,
      tokens: tokensOf(bytes),
      calls: sum(own.map(({ calls }) => calls)),
      unused: own.filter(({ unused }) => unused).length,
      exposedAt: new Date(createdAt).toISOString(),
    };
  });
  return servers.sort((a, b) => b.bytes - a.bytes);
}

const tokensOf = (bytes: number): number => Math.ceil(bytes / BYTES_PER_TOKEN);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
