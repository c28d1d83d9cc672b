import { resultMessage } from '@mcpnest/mcp-protocol';
import { jsonReply, Reply } from '../exchange/reply.js';
import { listen } from '../local/listen.js';
import { setLevel } from '../local/set-level.js';
import { subscribe, unsubscribe } from '../local/subscribe.js';
import type { Opened } from './facts.js';
import type { GatewayParts } from './gateway-parts.js';
import { limit } from './limit.js';
import { discoverResult } from './self-description.js';

type LocalMethod = (facts: Opened, parts: GatewayParts) => Reply | Promise<Reply>;

/** Counts against the token's limits, as what goes to a server does. */
const limited =
  (method: LocalMethod): LocalMethod =>
  (facts, parts) => {
    const verdict = limit(facts, parts);
    return verdict instanceof Reply ? verdict : method(facts, parts);
  };

const discover: LocalMethod = ({ message, workspace }, parts) =>
  jsonReply(200, resultMessage(message.idText, discoverResult(workspace, parts)));
const ping: LocalMethod = ({ message }) => jsonReply(200, resultMessage(message.idText, '{}'));

/** By era: the gateway answers these itself. 2026-07-28 removed what the legacy era has here. */
const METHODS: Readonly<Record<Opened['era'], ReadonlyMap<string, LocalMethod>>> = {
  modern: new Map([
    ['server/discover', discover],
    ['subscriptions/listen', limited(listen)],
  ]),
  legacy: new Map([
    ['ping', ping],
    ['logging/setLevel', limited(setLevel)],
    ['resources/subscribe', limited(subscribe)],
    ['resources/unsubscribe', limited(unsubscribe)],
  ]),
};

/** Answers a method that needs no server, or whose dealings with servers are not one request; undefined for all others. */
export function localMethod(facts: Opened, parts: GatewayParts): Reply | Promise<Reply> | undefined {
  return METHODS[facts.era].get(facts.message.method)?.(facts, parts);
}
