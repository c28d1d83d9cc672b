import { editObject, isAtLeast, isLogLevel, sliceOf, type LogLevel } from '@mcpnest/mcp-protocol';
import { membersOf } from '../resources/change-members.js';
import type { FrontChannel } from '../streams/front-channel.js';

/** What a client wants to hear while its request is under way. */
export interface WantedNotices {
  /** Its own progress token as raw JSON; without one it hears no progress. */
  readonly progressTokenText: string | undefined;
  /** The least severe log messages it hears. */
  readonly logLevel: LogLevel | 'all' | 'none';
  /** Whether it hears that a page it was sent to is done with (2025-11-25, Elicitation, "URL Mode"). */
  readonly elicitationComplete: boolean;
}

/**
 * Passes on what a server says about a request, in the words of the client's hop; what the client did not ask for is dropped,
 * as is all that does not concern a request.
 */
export function relayNotice(channel: FrontChannel, wanted: WantedNotices, method: string, paramsText: string | undefined): void {
  switch (method) {
    case 'notifications/progress':
      if (wanted.progressTokenText !== undefined) relayProgress(channel, wanted.progressTokenText, paramsText);
      return;
    case 'notifications/message':
      if (isWanted(wanted.logLevel, paramsText)) channel.notify(method, paramsText);
      return;
    case 'notifications/elicitation/complete':
      if (wanted.elicitationComplete) channel.notify(method, paramsText);
      return;
  }
}

/** Progress under the client's own token (2025-11-25 and 2026-07-28, Progress). */
function relayProgress(channel: FrontChannel, tokenText: string, paramsText: string | undefined): void {
  const members = paramsText === undefined ? undefined : membersOf(paramsText);
  if (!members || paramsText === undefined) return;
  channel.notify('notifications/progress', editObject(paramsText, members, { set: [['progressToken', tokenText]] }));
}

function isWanted(threshold: WantedNotices['logLevel'], paramsText: string | undefined): boolean {
  if (threshold === 'all' || threshold === 'none') return threshold === 'all';
  const span = paramsText === undefined ? undefined : membersOf(paramsText)?.get('level');
  const level = span && paramsText ? sliceOf(paramsText, span).slice(1, -1) : undefined;
  return isLogLevel(level) && isAtLeast(level, threshold);
}
