import type { UpstreamFacts } from '@mcpnest/gateway-core';
import { isLegacyRevision, type UpstreamReply } from '@mcpnest/mcp-protocol';
import { failure } from '../net/failures.js';
import { readCapabilities, readInstructions, readServerInfo } from '../peer.js';

/**
 * What a server said about itself in its answer to `initialize`.
 * @throws UpstreamFailure `gateway.upstream-unsupported` for a revision that is not served
 */
export function initializeFacts({ resultText }: UpstreamReply): UpstreamFacts {
  const result = JSON.parse(resultText ?? '{}') as Record<string, unknown>;
  const version = result['protocolVersion'];
  if (typeof version !== 'string' || !isLegacyRevision(version)) throw failure('gateway.upstream-unsupported', true);
  return {
    era: 'legacy',
    protocolVersion: version,
    capabilities: readCapabilities(result['capabilities']),
    serverInfo: readServerInfo(result['serverInfo']),
    instructions: readInstructions(result['instructions']),
  };
}
