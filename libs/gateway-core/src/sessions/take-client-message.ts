import { memberText, readString, scanJson, sliceOf, type InboundMessage } from '@mcpnest/mcp-protocol';
import type { ClientAnswer } from '../ports/upstream-connector.js';
import type { LegacySession } from './legacy-session.js';

/** Takes what a legacy client posts beside requests: answers to questions, and notifications. What concerns nothing is dropped. */
export function takeClientMessage(session: LegacySession, message: InboundMessage): void {
  if (message.kind === 'response') {
    if (message.id !== undefined) session.questions.settle(JSON.stringify(message.id), answerOf(message));
  } else if (message.method === 'notifications/cancelled') cancelRequest(session, message);
  else if (message.method === 'notifications/roots/list_changed') {
    for (const { upstream } of session.inFlight.values()) upstream?.notify(message.method);
  }
}

/** Ends the request that the notification names; unknown ids are ignored (2025-11-25, Cancellation, "Behavior Requirements"). */
function cancelRequest(session: LegacySession, notification: InboundMessage): void {
  const requestId = memberText(notification, 'requestId');
  if (requestId !== undefined) session.inFlight.get(requestId)?.cancel.abort('cancelled by the client');
}

function answerOf({ answer }: InboundMessage): ClientAnswer {
  const { kind, text } = answer!;
  if (kind === 'result') return { kind, text };
  const scan = scanJson(text);
  const part = (key: string): string | undefined => {
    const span = scan.ok ? scan.members.get(key) : undefined;
    return span && sliceOf(text, span);
  };
  const dataText = part('data');
  return {
    kind,
    code: Number(part('code') ?? -32603),
    message: readString(part('message') ?? '""'),
    ...(dataText !== undefined && { dataText }),
  };
}
