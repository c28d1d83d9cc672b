import { checkParamHeaders, memberText } from '@mcpnest/mcp-protocol';
import { dispositionOf } from '../errors/dispositions.js';
import { refuse, refuseRejection } from '../errors/refuse.js';
import type { Reply } from '../exchange/reply.js';
import type { ToolGrant } from '../policy/tool-scope.js';
import type { PublishedTool } from '../catalog/tool-view.js';
import { withGranted } from './add-facts.js';
import type { Authorized, Routed } from './facts.js';

/** Decides at the call, whatever the list showed. A tool that this token may not see is unknown, not forbidden. */
export function authorize(facts: Routed): Authorized | Reply {
  const { route, message, exchange, era, headers } = facts;
  if (route.kind === 'list') return withGranted(facts, route);
  const { tool, askedName } = route;
  if (!tool || !isVisible(exchange.principal.tools, tool)) {
    return refuse('gateway.tool-unknown', message.idText, {
      disposition: dispositionOf(tool ? 'gateway.tool-not-allowed' : 'gateway.tool-unknown'),
      detail: `There is no tool named ${JSON.stringify(askedName.slice(0, 128))} here. List the tools again.`,
    });
  }
  if (era === 'modern') {
    const fault = checkParamHeaders(tool.headerParams, memberText(message, 'arguments'), headers.params);
    if (fault) return refuseRejection({ ...fault, idText: message.idText });
  }
  return withGranted(facts, { kind: 'call', tool });
}

const isVisible = (grant: ToolGrant | null, tool: PublishedTool): boolean =>
  grant?.allows(tool.exposure.target.serverSlug, tool.upstreamName) ?? true;
