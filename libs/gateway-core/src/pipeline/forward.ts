import { memberText, META_KEYS, scanJson, sliceOf, writeParamHeaders, type InboundMessage } from '@mcpnest/mcp-protocol';
import { LIMITS } from '@mcpnest/shared/limits';
import { refuse } from '../errors/refuse.js';
import { AbortSource, type CancelSignal } from '../exchange/abort-source.js';
import type { Reply } from '../exchange/reply.js';
import { UpstreamFailure, type UpstreamRequest } from '../ports/upstream-connector.js';
import type { PublishedTool } from '../catalog/tool-view.js';
import { withAnswer } from './add-facts.js';
import type { Authorized, Forwarded } from './facts.js';
import type { GatewayParts } from './gateway-parts.js';

type Answered = Forwarded | Reply;

/** Sends a call to the server that owns the tool, once; or gathers the lists of all servers. */
export function forward(facts: Authorized, parts: GatewayParts): Promise<Answered> {
  return facts.granted.kind === 'list' ? gatherLists(facts, parts) : sendCall(facts, facts.granted.tool, parts);
}

async function gatherLists(facts: Authorized, { views }: GatewayParts): Promise<Answered> {
  const { workspace, exchange } = facts;
  const view = await views.fresh(workspace);
  return withAnswer(facts, { kind: 'list', toolsText: views.listText(view, exchange.principal.tools) });
}

async function sendCall(facts: Authorized, tool: PublishedTool, { connector }: GatewayParts): Promise<Answered> {
  const { target } = tool.exposure;
  const { message } = facts;
  if (target.missingCredentials.length > 0) {
    return refuse('gateway.credential-missing', message.idText, {
      detail: `The server "${target.serverSlug}" needs a credential that is not set. Ask an operator to set it.`,
    });
  }
  const signal = cancellationOf(facts);
  try {
    const upstream = await connector.send(target, requestOf(message, tool), signal);
    return withAnswer(facts, { kind: 'call', upstream });
  } catch (error) {
    if (error instanceof UpstreamFailure)
      return refuse(error.code, message.idText, { detail: `${error.message} (server "${target.serverSlug}")` });
    if (signal.aborted) return refuse('gateway.cancelled', message.idText);
    throw error;
  } finally {
    facts.session?.inFlight.delete(message.idText);
  }
}

/** The call in the upstream's words: its own tool name, nothing of the client's hop. */
function requestOf(message: InboundMessage, tool: PublishedTool): UpstreamRequest {
  const params: [string, string][] = [];
  for (const [key, span] of message.params ?? []) {
    if (key === 'name') params.push([key, tool.upstreamNameText]);
    else if (key !== '_meta') params.push([key, sliceOf(message.text, span)]);
  }
  return {
    method: 'tools/call',
    params,
    meta: endToEndMeta(message),
    name: tool.upstreamName,
    paramHeaders: tool.headerParams.length > 0 ? writeParamHeaders(tool.headerParams, memberText(message, 'arguments')) : undefined,
    clientCapabilities: {},
    deadlineMs: LIMITS.callDeadlineMs,
  };
}

const HOP_META: ReadonlySet<string> = new Set([...Object.values(META_KEYS), 'progressToken']);
const NO_META: readonly (readonly [string, string])[] = [];

/** Members of `_meta` that concern both ends, such as trace context and vendor keys; the protocol's own are rebuilt per hop. */
function endToEndMeta(message: InboundMessage): readonly (readonly [string, string])[] {
  if (!message.meta || Object.keys(message.meta).every((key) => HOP_META.has(key))) return NO_META;
  const text = memberText(message, '_meta') ?? '{}';
  const scan = scanJson(text);
  if (!scan.ok) return NO_META;
  return [...scan.members].filter(([key]) => !HOP_META.has(key)).map(([key, span]) => [key, sliceOf(text, span)] as const);
}

/**
 * What ends a call early. On the modern wire closing the stream cancels (2026-07-28, Cancellation); a legacy client that
 * loses its connection has not cancelled, only its `notifications/cancelled` does.
 */
function cancellationOf({ era, session, message, exchange }: Authorized): CancelSignal {
  if (era === 'modern') return exchange.signal;
  const source = new AbortSource();
  session?.inFlight.set(message.idText, source);
  return source;
}
