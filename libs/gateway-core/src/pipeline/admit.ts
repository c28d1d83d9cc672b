import { refuse } from '../errors/refuse.js';
import type { Reply } from '../exchange/reply.js';
import { originFault } from '../policy/origin-policy.js';
import type { Admitted, Received } from './facts.js';
import type { GatewayParts } from './gateway-parts.js';

/** Lets in who may call here at all: a browser from elsewhere may not, nor a token of another workspace, nor anybody while stopping. */
export function admit(facts: Received, { origins, isDraining }: GatewayParts): Admitted | Reply {
  const { exchange, table } = facts;
  if (isDraining()) return refuse('gateway.draining', undefined, { headers: { 'retry-after': '5' } });
  const fault = originFault(origins, single(exchange.headers['origin']), single(exchange.headers['host']));
  if (fault) return refuse('gateway.origin-denied', undefined, { detail: fault });
  const workspace = table.bySlug.get(exchange.slug);
  // The guard has checked this already; the core decides for itself on the table it runs on (security Z1).
  if (!workspace || workspace.workspaceId !== exchange.principal.workspaceId) return refuse('auth.token-not-valid-here', undefined);
  return { exchange, table, configured: workspace };
}

const single = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value.join(', ') : value);
