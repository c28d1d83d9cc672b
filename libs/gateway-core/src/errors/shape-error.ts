import { objectText, readString } from '@mcpnest/mcp-protocol';
import type { Errand } from '../bridge/errand.js';
import { jsonReply, type Disposition, type Reply } from '../exchange/reply.js';
import type { Opened } from '../pipeline/facts.js';
import type { UpstreamAnswer } from '../ports/upstream-connector.js';
import { changeMembers } from '../resources/change-members.js';
import { clientCannot } from './client-cannot.js';
import { dispositionOf } from './dispositions.js';
import { refuse } from './refuse.js';
import { translateError, type TranslatedError } from './translate-error.js';

const UPSTREAM_ERROR: Disposition = { outcome: 'upstream_error', status: 502, reason: 'gateway.upstream-error' };
const BROKEN: Disposition = { outcome: 'upstream_error', status: 502, reason: 'gateway.upstream-broken' };

/** A server's error as the answer to a client. */
export function shapeError({ era, client, message }: Opened, errand: Errand, { era: from, reply }: UpstreamAnswer): Reply {
  const reader = { era, revision: client.revision, capabilities: client.capabilities };
  const translation = translateError(reply.error!, from, reader);
  switch (translation.kind) {
    case 'our-hop':
      return refuse('gateway.upstream-broken', message.idText, { disposition: BROKEN });
    case 'client-cannot':
      return clientCannot(message, translation.detail);
    case 'error': {
      const { httpStatus, error } = translation;
      const disposition = httpStatus === 400 ? dispositionOf('gateway.capability-missing') : UPSTREAM_ERROR;
      return jsonReply(httpStatus, errorText(message.idText, error, errand), disposition);
    }
  }
}

function errorText(idText: string, { code, message, dataText }: TranslatedError, { uris }: Errand): string {
  const members: [string, string][] = [
    ['code', String(code)],
    ['message', JSON.stringify(message)],
  ];
  const published = (text: string): string => (text.startsWith('"') ? JSON.stringify(uris!.published(readString(text))) : text);
  if (dataText !== undefined) members.push(['data', uris ? changeMembers(dataText, { uri: published }) : dataText]);
  return objectText([
    ['jsonrpc', '"2.0"'],
    ['id', idText],
    ['error', objectText(members)],
  ]);
}
