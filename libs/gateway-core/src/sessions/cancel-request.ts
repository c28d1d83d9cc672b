import { memberText, type InboundMessage } from '@mcpnest/mcp-protocol';
import type { LegacySession } from './legacy-session.js';

/** Ends the request that a `notifications/cancelled` of the same session names; unknown ids are ignored (Cancellation, "Behavior Requirements"). */
export function cancelRequest(session: LegacySession, notification: InboundMessage): void {
  const requestId = memberText(notification, 'requestId');
  if (requestId !== undefined) session.inFlight.get(requestId)?.abort('cancelled by the client');
}
