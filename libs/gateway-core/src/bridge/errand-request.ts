import { isHopKey, memberText, scanJson, sliceOf, type InboundMessage } from '@mcpnest/mcp-protocol';
import { LIMITS } from '@mcpnest/shared/limits';
import type { Authorized } from '../pipeline/facts.js';
import type { CallListener, ClientCapabilities, UpstreamRequest } from '../ports/upstream-connector.js';
import type { Errand } from './errand.js';
import { INTERACTIVE_DEADLINE_MS } from './legs.js';

/** Who listens to a server while it works, and what the server is told about them. */
export interface Audience {
  readonly profile: ClientCapabilities;
  readonly listener: CallListener | undefined;
  /** Whether the call may take as long as people need. */
  readonly isInteractive: boolean;
}

/** Raw members of `params`. */
export type RawMembers = readonly (readonly [key: string, text: string])[];

const NONE: RawMembers = [];

/**
 * An errand in the words of the server: nothing of the client's hop is left in it.
 * @param inputs `inputResponses` and `requestState` for a server that asked before.
 */
export function errandRequest(facts: Authorized, errand: Errand, audience: Audience, inputs: RawMembers = NONE): UpstreamRequest {
  const { message, client, era, channel, scope } = facts;
  const { listener } = audience;
  const canHear = listener !== undefined && channel.canNotify;
  return {
    method: errand.method,
    params: inputs.length === 0 ? errand.params : [...errand.params, ...inputs],
    meta: endToEndMeta(message),
    trace: scope.traceToServer,
    name: errand.method === 'completion/complete' ? undefined : errand.subject,
    paramHeaders: errand.paramHeaders,
    clientCapabilities: audience.profile,
    logLevel: canHear ? client.logLevel : undefined,
    defaultLogLevel: canHear && era === 'legacy' ? 'info' : undefined,
    wantsProgress: canHear && message.meta?.['progressToken'] !== undefined,
    listener,
    deadlineMs: audience.isInteractive ? INTERACTIVE_DEADLINE_MS : LIMITS.callDeadlineMs,
  };
}

/** Lets go of the client's texts in a request that is not sent again: whoever still holds it holds little. */
export function forgetTexts(request: UpstreamRequest): void {
  Object.assign(request, {
    params: NONE,
    meta: NONE,
    trace: undefined,
    name: undefined,
    paramHeaders: undefined,
  } satisfies Partial<UpstreamRequest>);
}

/** The client's progress token as raw JSON; a token of any other type is none. */
export function progressTokenText({ meta }: InboundMessage): string | undefined {
  const token = meta?.['progressToken'];
  return typeof token === 'string' || typeof token === 'number' ? JSON.stringify(token) : undefined;
}

/** Members of `_meta` that concern both ends, such as vendor keys; the protocol's own and trace context are written anew. */
function endToEndMeta(message: InboundMessage): RawMembers {
  if (!hasEndToEndMeta(message.meta)) return NONE;
  const text = memberText(message, '_meta') ?? '{}';
  const scan = scanJson(text);
  if (!scan.ok) return NONE;
  return [...scan.members].filter(([key]) => !isHopKey(key)).map(([key, span]) => [key, sliceOf(text, span)] as const);
}

function hasEndToEndMeta(meta: InboundMessage['meta']): boolean {
  for (const key in meta) if (!isHopKey(key)) return true;
  return false;
}
