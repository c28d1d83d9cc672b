import type { EraOption, UpstreamRequest, UpstreamTarget } from '@mcpnest/gateway-core';
import { createUpstreamConnector, type McpUpstreamConnector } from '../connector.js';
import { EgressPolicy } from '../net/egress-policy.js';

/** A policy from rules that are known to be good. */
export function policyOf(rules: readonly string[], alwaysDenied: readonly string[] = []): EgressPolicy {
  const parsed = EgressPolicy.parse(rules, alwaysDenied);
  if (!parsed.ok) throw new Error(parsed.faults.map(({ rule, reason }) => `${rule}: ${reason}`).join('; '));
  return parsed.policy;
}

/** Loopback is open, as it never is in the product by default. */
export const LOOPBACK_OPEN = policyOf(['127.0.0.0/8:*', 'localhost:*']);

/** A connector that may reach this machine. */
export function loopbackConnector(): McpUpstreamConnector {
  return createUpstreamConnector({ policy: () => LOOPBACK_OPEN });
}

let targets = 0;
/** A target for a URL, with a key of its own. */
export function targetFor(url: string, overrides: Partial<UpstreamTarget> & { readonly era?: EraOption } = {}): UpstreamTarget {
  const { era = 'auto', ...rest } = overrides;
  return {
    key: `target-${++targets}`,
    serverId: 'server-1',
    serverSlug: 'server',
    version: 1,
    transport: { type: 'streamable-http', url, era },
    headers: {},
    missingCredentials: [],
    ...rest,
  };
}

/** A request to call a tool. */
export function callRequest(name: string, args: unknown = {}, overrides: Partial<UpstreamRequest> = {}): UpstreamRequest {
  return {
    method: 'tools/call',
    name,
    params: [
      ['name', JSON.stringify(name)],
      ['arguments', JSON.stringify(args)],
    ],
    meta: [],
    clientCapabilities: {},
    deadlineMs: 10_000,
    ...overrides,
  };
}

/** A signal that never fires. */
export const quiet = (): AbortSignal => new AbortController().signal;
