import type { UpstreamAnswer } from '@mcpnest/gateway-core';
import type { Era } from '@mcpnest/mcp-protocol';
import { failure } from '../net/failures.js';
import type { PostOutcome } from './endpoint.js';

/**
 * A POST's outcome as an answer. An error counts with any HTTP status, a result only with a good one.
 * @throws UpstreamFailure where there is none: overload, outage, or something that is not MCP.
 */
export function answerIn({ status, reply, bytes }: PostOutcome, era: Era): UpstreamAnswer {
  if (reply && (reply.kind === 'error' || status < 300)) return { era, reply, bytes };
  if (status === 429 || status === 503)
    throw failure('gateway.upstream-overloaded', true, 'The server says that it has too much to do; try again later');
  if (status >= 500) throw failure('gateway.upstream-broken', true, `The server failed with HTTP ${status}`);
  if (status >= 400) throw failure('gateway.upstream-broken', true, `The server refused the request with HTTP ${status}`);
  throw failure('gateway.upstream-broken', true);
}
