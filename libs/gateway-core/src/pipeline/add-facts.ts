/**
 * How stages add their facts: the former ones and the new one, written out member by member. The engine gives such a literal
 * one fixed shape; a spread of the former facts costs it a look at every member, ten times as much for the whole way.
 */
import type { Authorized, ClassifiedMessage, Forwarded, OneMessage, Opened, Routed } from './facts.js';

export const withClassified = (facts: OneMessage, classified: ClassifiedMessage['classified']): ClassifiedMessage => {
  const { exchange, table, workspace, headers, message, requestBytes, scope } = facts;
  return { exchange, table, workspace, headers, message, requestBytes, scope, classified };
};

export const withSession = (facts: OneMessage, era: Opened['era'], session: Opened['session']): Opened => {
  const { exchange, table, workspace, headers, message, requestBytes, scope } = facts;
  return { exchange, table, workspace, headers, message, requestBytes, scope, era, session };
};

export const withRoute = (facts: Opened, route: Routed['route']): Routed => {
  const { exchange, table, workspace, headers, message, requestBytes, scope, era, session } = facts;
  return { exchange, table, workspace, headers, message, requestBytes, scope, era, session, route };
};

export const withGranted = (facts: Opened, granted: Authorized['granted']): Authorized => {
  const { exchange, table, workspace, headers, message, requestBytes, scope, era, session } = facts;
  return { exchange, table, workspace, headers, message, requestBytes, scope, era, session, granted };
};

export const withAnswer = (facts: Opened, answer: Forwarded['answer']): Forwarded => {
  const { exchange, table, workspace, headers, message, requestBytes, scope, era, session } = facts;
  return { exchange, table, workspace, headers, message, requestBytes, scope, era, session, answer };
};
