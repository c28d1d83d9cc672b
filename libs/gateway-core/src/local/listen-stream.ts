import { META_KEYS, notificationMessage, objectText, resultMessage } from '@mcpnest/mcp-protocol';
import { LIMITS } from '@mcpnest/shared/limits';
import type { ChangeKind } from '../watch/change-kind.js';
import type { NoticeSink } from '../watch/listener.js';
import { listenFilterText, type ListenFilter } from './listen-filter.js';

/** Different notifications held back until the acknowledgement. */
const EARLY_MAX = LIMITS.subscriptionsMax;

/** Where the messages of a listening client go. */
export interface MessageSink {
  /** Says something that matters. */
  send(messageText: string): void;
  /** Says something that is lost where the client reads too slowly. */
  notify(messageText: string): void;
  end(): void;
}

/** What a `subscriptions/listen` stream is about. */
export interface ListenIdentity {
  readonly principalKey: string;
  /** Raw id of the listen request, which is the subscription's id. */
  readonly idText: string;
  /** Who answers, as raw JSON. */
  readonly serverInfoText: string;
}

/**
 * The messages of one `subscriptions/listen` (2026-07-28, Subscriptions): the acknowledgement first, then notifications, all of
 * them tagged with the subscription's id; when the gateway ends it, the response of the request last.
 */
export class ListenStream implements NoticeSink {
  readonly principalKey: string;
  readonly kinds: ReadonlySet<ChangeKind>;
  /** What was to be said before the acknowledgement, each once. */
  private early: Set<string> | undefined = new Set();
  private isOver = false;

  constructor(
    private readonly out: MessageSink,
    private readonly identity: ListenIdentity,
    kinds: readonly ChangeKind[],
  ) {
    this.principalKey = identity.principalKey;
    this.kinds = new Set(kinds);
  }

  acknowledge(honoured: ListenFilter): void {
    if (this.isOver) return;
    this.out.send(this.notification('notifications/subscriptions/acknowledged', ['notifications', listenFilterText(honoured)]));
    const early = this.early ?? [];
    this.early = undefined;
    for (const text of early) this.out.notify(text);
  }

  tell(method: string, uri?: string): void {
    if (this.isOver) return;
    const text = this.notification(method, uri === undefined ? undefined : ['uri', JSON.stringify(uri)]);
    if (!this.early) this.out.notify(text);
    else if (this.early.size < EARLY_MAX) this.early.add(text);
  }

  end(): void {
    if (this.isOver) return;
    this.isOver = true;
    const meta = objectText([
      [META_KEYS.subscriptionId, this.identity.idText],
      [META_KEYS.serverInfo, this.identity.serverInfoText],
    ]);
    const result = objectText([
      ['resultType', '"complete"'],
      ['_meta', meta],
    ]);
    this.out.send(resultMessage(this.identity.idText, result));
    this.out.end();
  }

  private notification(method: string, member: readonly [string, string] | undefined): string {
    const meta: [string, string] = ['_meta', objectText([[META_KEYS.subscriptionId, this.identity.idText]])];
    return notificationMessage(method, objectText(member ? [member, meta] : [meta]));
  }
}
