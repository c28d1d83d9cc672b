/**
 * How stages add their facts: the former ones and the new one, written out member by member. The engine gives such a literal
 * one fixed shape; a spread of the former facts costs it a look at every member, ten times as much for the whole way.
 */
import { routeFor } from '../routing/canaries.js';
import type { Admitted, Authorized, ClassifiedMessage, Forwarded, MessageRead, OneMessage, Opened, Routed, SessionFound } from './facts.js';

export const withNamed = (facts: Admitted, headers: SessionFound['headers'], named: SessionFound['named']): SessionFound => {
  const { exchange, table, configured } = facts;
  const sessionId = typeof named === 'object' ? named.record.id : undefined;
  const workspace = routeFor(configured, { tokenId: exchange.principal.tokenId, sessionId });
  return { exchange, table, workspace, headers, named };
};

export const withInbound = (facts: SessionFound, inbound: MessageRead['inbound'], requestBytes: number): MessageRead => {
  const { exchange, table, workspace, headers, named } = facts;
  return { exchange, table, workspace, headers, named, inbound, requestBytes };
};

export const withMessage = (
  facts: MessageRead,
  message: OneMessage['message'],
  scope: OneMessage['scope'],
  channel: OneMessage['channel'],
): OneMessage => {
  const { exchange, table, workspace, headers, named, requestBytes } = facts;
  return { exchange, table, workspace, headers, named, requestBytes, message, scope, channel };
};

export const withClassified = (facts: OneMessage, classified: ClassifiedMessage['classified']): ClassifiedMessage => {
  const { exchange, table, workspace, headers, named, requestBytes, message, scope, channel } = facts;
  return { exchange, table, workspace, headers, named, requestBytes, message, scope, channel, classified };
};

export const withClient = (facts: OneMessage, era: Opened['era'], client: Opened['client']): Opened => {
  const { exchange, table, workspace, headers, named, requestBytes, message, scope, channel } = facts;
  return { exchange, table, workspace, headers, named, requestBytes, message, scope, channel, era, client };
};

export const withRoute = (facts: Opened, route: Routed['route']): Routed => {
  const { exchange, table, workspace, headers, named, requestBytes, message, scope, channel, era, client } = facts;
  return { exchange, table, workspace, headers, named, requestBytes, message, scope, channel, era, client, route };
};

export const withGranted = (facts: Opened, granted: Authorized['granted']): Authorized => {
  const { exchange, table, workspace, headers, named, requestBytes, message, scope, channel, era, client } = facts;
  return { exchange, table, workspace, headers, named, requestBytes, message, scope, channel, era, client, granted };
};

export const withAnswer = (facts: Opened, answer: Forwarded['answer']): Forwarded => {
  const { exchange, table, workspace, headers, named, requestBytes, message, scope, channel, era, client } = facts;
  return { exchange, table, workspace, headers, named, requestBytes, message, scope, channel, era, client, answer };
};
