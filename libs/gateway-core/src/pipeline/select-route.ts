import { checkNameHeader, memberText, methodNotFound, resultMessage } from '@mcpnest/mcp-protocol';
import { refuse, refuseRejection } from '../errors/refuse.js';
import { jsonReply, type Reply } from '../exchange/reply.js';
import type { PublishedTool } from '../catalog/tool-view.js';
import { withRoute } from './add-facts.js';
import type { Opened, Route, Routed } from './facts.js';
import type { GatewayParts } from './gateway-parts.js';
import { discoverResult } from './self-description.js';

const LIST: Route = { kind: 'list' };

type Selected = Routed | Reply;

/** Resolves the method, and for a call the tool's name, in the current table. What needs no server is answered here. */
export function selectRoute(facts: Opened, parts: GatewayParts): Selected | Promise<Selected> {
  const { era, message, headers, workspace } = facts;
  switch (message.method) {
    case 'tools/call':
      break;
    case 'tools/list':
      // Lists are served whole, so there is no cursor that could be ours.
      return memberText(message, 'cursor') === undefined ? withRoute(facts, LIST) : refuse('gateway.cursor-unknown', message.idText);
    case 'server/discover':
      if (era === 'modern') return jsonReply(200, resultMessage(message.idText, discoverResult(workspace, parts.version)));
      return methodUnknown(facts);
    case 'ping':
      if (era === 'legacy') return jsonReply(200, resultMessage(message.idText, '{}'));
      return methodUnknown(facts);
    default:
      return methodUnknown(facts);
  }
  if (era === 'modern') {
    const rejection = checkNameHeader(message, headers);
    if (rejection) return refuseRejection(rejection);
  }
  return selectTool(facts, parts);
}

function selectTool(facts: Opened, { views }: GatewayParts): Selected | Promise<Selected> {
  const { message, workspace, scope } = facts;
  const askedName = message.name;
  if (askedName === undefined)
    return refuse('gateway.invalid-params', message.idText, { detail: 'tools/call needs the name of a tool, as a string.' });
  const select = (tool: PublishedTool | undefined): Selected => {
    if (tool) scope.resolved(tool);
    return withRoute(facts, { kind: 'call', askedName, tool });
  };
  const found = views.find(workspace, askedName);
  return found instanceof Promise ? found.then(select) : select(found);
}

/** Modern clients are told by the status too (2026-07-28, Streamable HTTP); legacy ones expect the error in-band. */
function methodUnknown({ era, message }: Opened): Reply {
  return era === 'modern' ? refuseRejection(methodNotFound(message)) : refuse('gateway.method-unknown-legacy', message.idText);
}
