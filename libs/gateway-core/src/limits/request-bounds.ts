import type { Exchange } from '../exchange/exchange.js';
import type { WorkspaceRoute } from '../routing/route-table.js';
import type { Bound, LimitValues } from './limit-rules.js';

/** The limits that every request of a client falls under: its token's, and the workspace's and its address's where there are such. */
export function requestBounds(workspace: WorkspaceRoute, { principal, address }: Exchange): readonly Bound[] {
  const { workspaceId, limitRules: rules } = workspace;
  const token: Bound = { workspaceId, scope: 'token', subject: principal.tokenId, limits: tokenLimits(workspace, principal.tokenId) };
  if (!rules?.workspace && !rules?.address) return [token];
  const bounds = [token];
  if (rules.address && address) bounds.push({ workspaceId, scope: 'address', subject: address, limits: rules.address });
  if (rules.workspace) bounds.push({ workspaceId, scope: 'workspace', subject: '', limits: rules.workspace });
  return bounds;
}

/** The limit of a tool, by its own name or its server's; undefined where there is none. */
export function toolBound({ workspaceId, limitRules }: WorkspaceRoute, serverSlug: string, toolName: string): Bound | undefined {
  const tools = limitRules?.tools;
  if (!tools || tools.size === 0) return undefined;
  for (const subject of [`${serverSlug}:${toolName}`, `${serverSlug}:*`]) {
    const limits = tools.get(subject);
    if (limits) return { workspaceId, scope: 'tool', subject, limits };
  }
  return undefined;
}

function tokenLimits({ limits, limitRules: rules }: WorkspaceRoute, tokenId: string): LimitValues {
  const own = rules?.tokens.get(tokenId);
  if (own) return own;
  return rules?.tokenCallsPerDay === undefined ? limits : { ...limits, callsPerDay: rules.tokenCallsPerDay };
}
