import { HEADER_MISMATCH, headerParamsOf, writeParamHeaders } from '@mcpnest/mcp-protocol';
import type { CancelSignal } from '../exchange/abort-source.js';
import type { GatewayParts } from '../pipeline/gateway-parts.js';
import type { UpstreamAnswer, UpstreamRequest } from '../ports/upstream-connector.js';
import { targetOf, type Errand } from './errand.js';

/** Whether a modern server found a call's headers and body to differ, and so did nothing. */
export const foundHeadersWrong = (upstream: UpstreamAnswer, errand: Errand): boolean =>
  upstream.reply.error?.code === HEADER_MISMATCH && errand.tool !== undefined && upstream.era === 'modern';

/**
 * Sends a refused call once more, with the headers of the tool as the server defines it now (2026-07-28, Streamable HTTP:
 * a client lists the tools again and retries). @returns the first answer where the tool asks for the same headers as before
 */
export async function sendWithFreshHeaders(
  refused: UpstreamAnswer,
  { errand, request, signal }: { readonly errand: Errand; readonly request: UpstreamRequest; readonly signal: CancelSignal },
  { connector, lists }: GatewayParts,
): Promise<UpstreamAnswer> {
  const { target } = errand.exposure;
  lists.invalidate(target.key, 'tools');
  await lists.renew(target, 'tools');
  const text = lists.listOf(target, 'tools')?.items.find(({ key }) => key === errand.subject)?.text;
  const annotated = text === undefined ? undefined : headerParamsOf((JSON.parse(text) as { inputSchema?: unknown }).inputSchema);
  if (!annotated?.ok || signal.aborted) return refused;
  const args = request.params.find(([key]) => key === 'arguments')?.[1];
  const paramHeaders = writeParamHeaders(annotated.params, args);
  return isSame(paramHeaders, request.paramHeaders) ? refused : connector.send(targetOf(errand), { ...request, paramHeaders }, signal);
}

const isSame = (a: Readonly<Record<string, string>>, b: UpstreamRequest['paramHeaders'] = {}): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());
