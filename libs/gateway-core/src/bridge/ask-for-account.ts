import { isDeclared, objectText, URL_ELICITATION_REQUIRED_LEGACY } from '@mcpnest/mcp-protocol';
import { dispositionOf } from '../errors/dispositions.js';
import { refuse } from '../errors/refuse.js';
import { URL_MODE_SINCE } from '../errors/translate-error.js';
import { randomHex } from '../exchange/random-hex.js';
import { jsonReply, Reply } from '../exchange/reply.js';
import type { Authorized } from '../pipeline/facts.js';
import type { GatewayParts } from '../pipeline/gateway-parts.js';
import type { Errand } from './errand.js';
import { askToVisit } from './settle-modern.js';

const CODE = 'gateway.account-needed';

/** Whether the server is called with people's own accounts alone, and whoever calls has connected none. */
export const lacksAccount = ({ exposure, personalTarget }: Errand): boolean =>
  exposure.needsAccount === true && personalTarget?.authorization === undefined;

/**
 * Asks whoever calls to connect an account, on a page of the console: the client shows the page where it can (URL elicitation
 * of 2025-11-25 and 2026-07-28), else the error says where it is. The page connects the account of whoever is signed in there,
 * so an address that somebody else is sent gives nobody anything.
 */
export function askForAccount(facts: Authorized, errand: Errand, parts: GatewayParts): Reply {
  const { message, client, era, exchange, workspace } = facts;
  const { serverSlug } = errand.exposure.target;
  if (exchange.principal.userId === null) {
    const detail = `The server "${serverSlug}" is called with people's own accounts, and a service token belongs to nobody. Use a personal token.`;
    return refuse(CODE, message.idText, { detail });
  }
  const url = `${parts.origins.publicOrigin()}/w/${encodeURIComponent(workspace.slug)}/connections?connect=${encodeURIComponent(serverSlug)}`;
  const words = `Connect your account at the server "${serverSlug}", then make the call again`;
  if (errand.method === 'completion/complete' || !isDeclared(client.capabilities, { elicitation: { url: {} } }))
    return refuse(CODE, message.idText, { detail: `${words}: ${url}`, data: { url } });
  if (era === 'modern') {
    const paramsText = JSON.stringify({ mode: 'url', message: words, url });
    const { status, headers, body } = askToVisit(facts, errand, [{ key: 'account', method: 'elicitation/create', paramsText }], parts);
    return new Reply(status, headers, body, dispositionOf(CODE));
  }
  if (client.revision < URL_MODE_SINCE) return refuse(CODE, message.idText, { detail: `${words}: ${url}`, data: { url } });
  return jsonReply(200, visitRequired(message.idText, words, url), dispositionOf(CODE));
}

/** The error of 2025-11-25, "URL Elicitation Required Error". */
function visitRequired(idText: string, words: string, url: string): string {
  const elicitations = [{ mode: 'url', elicitationId: randomHex(16), url, message: words }];
  return objectText([
    ['jsonrpc', '"2.0"'],
    ['id', idText],
    ['error', JSON.stringify({ code: URL_ELICITATION_REQUIRED_LEGACY, message: words, data: { elicitations, reason: CODE } })],
  ]);
}
