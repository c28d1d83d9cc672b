import { checkNameHeader, memberString, methodNotFound } from '@mcpnest/mcp-protocol';
import type { Errand } from '../bridge/errand.js';
import type { Found } from '../catalog/catalog-views.js';
import type { PublishedTool } from '../catalog/tool-view.js';
import { refuse, refuseRejection } from '../errors/refuse.js';
import type { Reply } from '../exchange/reply.js';
import { withRoute } from './add-facts.js';
import type { Opened, Route, Routed } from './facts.js';
import { completionRefOf, findCompletionErrand, findPromptErrand, findResourceErrand, toolErrand } from './find-errand.js';
import type { GatewayParts } from './gateway-parts.js';
import { localMethod } from './local-methods.js';
import { isAdvertised, type Capability } from './self-description.js';

type Selected = Routed | Reply;

const TOOLS: Route = { kind: 'list', of: 'tools' };
const PROMPTS: Route = { kind: 'list', of: 'prompts' };
const RESOURCES: Route = { kind: 'list', of: 'resources' };
const TEMPLATES: Route = { kind: 'list', of: 'templates' };

/** Resolves the method, and the name or URI that it acts on, in the current table. What needs no server is answered here. */
export function selectRoute(facts: Opened, parts: GatewayParts): Selected | Promise<Selected> {
  const { method } = facts.message;
  if (method === 'tools/call') return nameFault(facts) ?? selectTool(facts, parts);
  if (method === 'tools/list') return withRoute(facts, TOOLS);
  switch (method) {
    case 'prompts/list':
      return lacks(facts, parts, 'prompts') ?? withRoute(facts, PROMPTS);
    case 'resources/list':
      return lacks(facts, parts, 'resources') ?? withRoute(facts, RESOURCES);
    case 'resources/templates/list':
      return lacks(facts, parts, 'resources') ?? withRoute(facts, TEMPLATES);
    case 'prompts/get':
      return nameFault(facts) ?? lacks(facts, parts, 'prompts') ?? selectPrompt(facts, parts);
    case 'resources/read':
      return nameFault(facts) ?? lacks(facts, parts, 'resources') ?? selectResource(facts, parts);
    case 'completion/complete':
      return lacks(facts, parts, 'completions') ?? selectCompletion(facts, parts);
    default:
      return localMethod(facts, parts) ?? methodUnknown(facts);
  }
}

function selectTool(facts: Opened, parts: GatewayParts): Selected | Promise<Selected> {
  const asked = facts.message.name;
  if (asked === undefined) return paramMissing(facts, 'the name of a tool');
  const found = parts.views.findTool(facts.workspace, asked);
  return found instanceof Promise ? found.then((tool) => toTool(facts, parts, asked, tool)) : toTool(facts, parts, asked, found);
}

function toTool(facts: Opened, parts: GatewayParts, asked: string, tool: PublishedTool | undefined): Selected {
  if (tool) facts.scope.resolved(tool);
  return withRoute(facts, { kind: 'errand', asked, errand: tool && toolErrand(facts, parts, tool) });
}

function selectPrompt(facts: Opened, parts: GatewayParts): Selected | Promise<Selected> {
  const asked = facts.message.name;
  if (asked === undefined) return paramMissing(facts, 'the name of a prompt');
  return toErrand(facts, asked, findPromptErrand(facts, parts, asked));
}

function selectResource(facts: Opened, parts: GatewayParts): Selected | Promise<Selected> {
  const asked = memberString(facts.message, 'uri');
  if (asked === undefined) return paramMissing(facts, 'the uri of a resource');
  return toErrand(facts, asked, findResourceErrand(facts, parts, asked));
}

function selectCompletion(facts: Opened, parts: GatewayParts): Selected | Promise<Selected> {
  const ref = completionRefOf(facts.message);
  if (!ref) return paramMissing(facts, 'a ref with the name of a prompt or the uri of a resource template');
  return toErrand(facts, ref.asked, findCompletionErrand(facts, parts, ref));
}

function toErrand(facts: Opened, asked: string, found: Found<Errand>): Selected | Promise<Selected> {
  const select = (errand: Errand | undefined): Selected => withRoute(facts, { kind: 'errand', asked, errand });
  return found instanceof Promise ? found.then(select) : select(found);
}

/** `Mcp-Name` must repeat what a modern request acts on (2026-07-28, Streamable HTTP, "Header validation"). */
function nameFault({ era, message, headers }: Opened): Reply | undefined {
  const rejection = era === 'modern' ? checkNameHeader(message, headers) : undefined;
  return rejection && refuseRejection(rejection);
}

/**
 * A modern client finds no method of a capability that `server/discover` does not show. What a legacy client was shown when its
 * session began may have gone since, and an empty list troubles nobody.
 */
function lacks(facts: Opened, parts: GatewayParts, capability: Capability): Reply | undefined {
  return facts.era === 'modern' && !isAdvertised(facts.workspace, parts, capability) ? methodUnknown(facts) : undefined;
}

const paramMissing = ({ message }: Opened, needed: string): Reply =>
  refuse('gateway.invalid-params', message.idText, { detail: `${message.method} needs ${needed}, as a string.` });

/** Modern clients are told by the status too (2026-07-28, Streamable HTTP); legacy ones expect the error in-band. */
function methodUnknown({ era, message }: Opened): Reply {
  return era === 'modern' ? refuseRejection(methodNotFound(message)) : refuse('gateway.method-unknown-legacy', message.idText);
}
