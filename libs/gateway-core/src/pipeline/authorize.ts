import { checkParamHeaders, errorMessage, memberText, RESOURCE_NOT_FOUND_LEGACY } from '@mcpnest/mcp-protocol';
import type { ErrorCode } from '@mcpnest/shared/errors';
import type { Errand } from '../bridge/errand.js';
import { dispositionOf } from '../errors/dispositions.js';
import { refuse, refuseRejection } from '../errors/refuse.js';
import { jsonReply, type Reply } from '../exchange/reply.js';
import { isServerVisible, type ToolGrant } from '../policy/tool-scope.js';
import { withGranted } from './add-facts.js';
import { argumentsFault } from './curate-call.js';
import type { Authorized, Routed } from './facts.js';
import type { GatewayParts } from './gateway-parts.js';

const SHOWN_LENGTH_MAX = 128;

/** Decides at the call, whatever the list showed. What this token may not see is unknown, not forbidden. */
export function authorize(facts: Routed, parts: GatewayParts): Authorized | Reply | Promise<Reply> {
  const { route, message, exchange, era, headers } = facts;
  if (route.kind === 'list') return withGranted(facts, route);
  const { errand, asked } = route;
  if (!errand || !isVisible(exchange.principal.tools, errand)) return stopped(facts, parts, { asked, errand });
  if (facts.table.freezes?.stopsTarget(facts.workspace.workspaceId, errand.exposure.target.serverId, errand.tool?.upstreamName)) {
    return refuse('gateway.frozen', message.idText, { detail: 'This is on hold for now. Ask an owner or admin of the workspace.' });
  }
  const curated = errand.tool?.params;
  if (curated) {
    const fault = argumentsFault(curated, memberText(message, 'arguments'));
    if (fault !== undefined) {
      facts.scope.stoppedBy('arguments');
      return refuse('gateway.invalid-params', message.idText, { detail: fault });
    }
  }
  if (era === 'modern' && errand.tool) {
    const fault = checkParamHeaders(errand.tool.headerParams, memberText(message, 'arguments'), headers.params);
    if (fault) return refuseRejection({ ...fault, idText: message.idText });
  }
  return withGranted(facts, { kind: 'errand', errand });
}

function isVisible(grant: ToolGrant | null, { tool, exposure }: Errand): boolean {
  const { serverSlug } = exposure.target;
  return grant === null || (tool ? grant.allows(serverSlug, tool.upstreamName) : isServerVisible(grant, serverSlug));
}

function stopped(facts: Routed, parts: GatewayParts, missing: Missing): Reply | Promise<Reply> {
  if (facts.message.method === 'tools/call' && !missing.errand) {
    const gate = parts.views.withholds(facts.workspace, missing.asked);
    if (gate) facts.scope.stoppedBy(gate);
  }
  return explained(facts, parts, missing);
}

/** Those who may know why they see no such tool are told; to everybody else it is as unknown as any. */
function explained(facts: Routed, { explainHidden }: GatewayParts, { asked, errand }: Missing): Reply | Promise<Reply> {
  const { message, exchange, workspace } = facts;
  if (!explainHidden || message.method !== 'tools/call') return unknown(facts, asked, errand);
  return explainHidden(exchange.principal, workspace.slug, asked).then((why) => unknown(facts, asked, errand, why));
}

/** What a request asked for, and where that would have led if this token might see it. */
interface Missing {
  readonly asked: string;
  readonly errand: Errand | undefined;
}

function unknown({ message, era }: Routed, asked: string, errand: Errand | undefined, why?: string): Reply {
  const { method, idText } = message;
  const shown = JSON.stringify(asked.slice(0, SHOWN_LENGTH_MAX));
  if (method === 'tools/call') {
    return refuse('gateway.tool-unknown', idText, {
      disposition: dispositionOf(errand ? 'gateway.tool-not-allowed' : 'gateway.tool-unknown'),
      detail: why === undefined ? `There is no tool named ${shown} here. List the tools again.` : `You see no tool named ${shown}. ${why}`,
    });
  }
  const isPrompt = method === 'prompts/get' || memberText(message, 'ref')?.includes('"ref/prompt"') === true;
  if (isPrompt)
    return refuse('gateway.prompt-unknown', idText, { detail: `There is no prompt named ${shown} here. List the prompts again.` });
  const code: ErrorCode = 'gateway.resource-unknown';
  const detail = `There is no resource ${shown} here. List the resources again.`;
  if (era === 'modern' || method !== 'resources/read') return refuse(code, idText, { detail, data: { uri: asked } });
  // Legacy revisions have a code of their own for it (2025-11-25, Resources, "Error Handling").
  return jsonReply(200, errorMessage(idText, RESOURCE_NOT_FOUND_LEGACY, detail, { uri: asked, reason: code }), dispositionOf(code));
}
