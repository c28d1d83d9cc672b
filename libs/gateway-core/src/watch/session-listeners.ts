import { notificationMessage, objectText } from '@mcpnest/mcp-protocol';
import type { Principal } from '../exchange/principal.js';
import type { Clock } from '../ports/clock.js';
import type { WorkspaceRoute } from '../routing/route-table.js';
import type { LegacySession } from '../sessions/legacy-session.js';
import { CHANGE_KINDS, type ChangeKind } from './change-kind.js';
import type { Listener, NoticeSink } from './listener.js';
import type { ResourceDirectory, Subscription } from './resource-directory.js';
import type { WorkspaceListeners } from './workspace-listeners.js';

/** How long a session is listened for without a stream, for clients that lost theirs and come back. */
const GRACE_MS = 30_000;

const EVERYTHING: ReadonlySet<ChangeKind> = new Set(CHANGE_KINDS);

interface Listening {
  readonly listener: Listener;
  cancelGrace: (() => void) | undefined;
}

/** Legacy sessions that hear of changes: while their GET stream is open, and a little longer. */
export class SessionListeners {
  private readonly listening = new Map<LegacySession, Listening>();

  constructor(
    private readonly listeners: WorkspaceListeners,
    private readonly directory: ResourceDirectory,
    private readonly clock: Clock,
  ) {}

  /** A GET stream of the session opened. What the session was subscribed to, also before a restart, is subscribed to again. */
  opened(session: LegacySession, workspace: WorkspaceRoute, principal: Principal): void {
    const listening = this.listeningOf(session, workspace, principal);
    listening.cancelGrace?.();
    listening.cancelGrace = undefined;
  }

  /** One of its GET streams closed. */
  closed(session: LegacySession): void {
    const listening = this.listening.get(session);
    if (listening) this.leaveSoon(session, listening);
  }

  /** @returns whether the server honours the subscription; it is kept only then. */
  async subscribe(session: LegacySession, workspace: WorkspaceRoute, principal: Principal, wanted: Subscription): Promise<boolean> {
    const listening = this.listeningOf(session, workspace, principal);
    this.leaveSoon(session, listening);
    const { listener } = listening;
    if (!listener.subscribe(wanted)) return false;
    const [honoured] = await listener.honours([wanted.published]);
    if (honoured === undefined) listener.unsubscribe(wanted.published);
    return honoured !== undefined;
  }

  unsubscribe(session: LegacySession, published: string): void {
    this.listening.get(session)?.listener.unsubscribe(published);
  }

  private listeningOf(session: LegacySession, workspace: WorkspaceRoute, principal: Principal): Listening {
    const known = this.listening.get(session);
    if (known) return known;
    const listener = this.listeners.add(workspace, this.sinkOf(session));
    const listening: Listening = { listener, cancelGrace: undefined };
    this.listening.set(session, listening);
    void this.restore(session, workspace, principal, listener);
    return listening;
  }

  private sinkOf(session: LegacySession): NoticeSink {
    return {
      principalKey: session.record.principalKey,
      sessionId: session.record.id,
      kinds: EVERYTHING,
      tell: (method, uri) =>
        session.streams.send(notificationMessage(method, uri === undefined ? undefined : objectText([['uri', JSON.stringify(uri)]]))),
      end: () => this.forget(session),
    };
  }

  /** Servers that are gone or unwilling by now are left out without a word: the client has been told so never. */
  private async restore(session: LegacySession, workspace: WorkspaceRoute, principal: Principal, listener: Listener): Promise<void> {
    for (const published of session.record.subscriptions) {
      const wanted = await this.directory.ownerOf(workspace, principal, published);
      const isStillWanted = session.record.subscriptions.includes(published);
      if (wanted && isStillWanted) listener.subscribe(wanted);
    }
  }

  private leaveSoon(session: LegacySession, listening: Listening): void {
    if (session.streams.isHeard || listening.cancelGrace) return;
    listening.cancelGrace = this.clock.after(GRACE_MS, () => {
      this.forget(session);
      this.listeners.remove(listening.listener);
    });
  }

  private forget(session: LegacySession): void {
    this.listening.get(session)?.cancelGrace?.();
    this.listening.delete(session);
  }
}
