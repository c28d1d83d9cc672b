import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { inWorkspace, systemCtx } from '../../../platform/context/ctx.js';
import { Draining } from '../../../platform/context/draining.js';
import { CallSpool } from '../spool/call-spool.js';
import { CallListReadModel } from './call-list.read-model.js';
import type { Call } from './calls.dto.js';
import { callOfRecord } from './calls.presenter.js';

/** Other replicas' rows are looked for this often, among those received this long ago or later. */
const POLL_EVERY_MS = 1_000;
const LOOK_BACK_MS = 90_000;
const SEEN_MAX = 5_000;

/** Gets each call of a workspace once, in the order of their ends; `end` tells that the process stops. */
export interface TailReader {
  take(call: Call): void;
  end(): void;
}

/** Followers of one workspace, and which calls they have had. */
interface Audience {
  readonly readers: Set<TailReader>;
  readonly seen: Set<string>;
  /** Resolves when everything that stood in the table before counts as seen. */
  readonly primed: Promise<void>;
}

/** The live end of the call records: this process's own at once, other replicas' by looking. Costs nothing while nobody reads. */
@Injectable()
export class CallTail implements OnApplicationShutdown {
  private readonly log = new Logger('audit');
  private readonly audiences = new Map<string, Audience>();
  private timer: NodeJS.Timeout | undefined;
  private looking = false;
  private hush: (() => void) | undefined;

  constructor(
    private readonly spool: CallSpool,
    private readonly calls: CallListReadModel,
    private readonly draining: Draining,
  ) {
    draining.signal.addEventListener('abort', () => this.endAll(), { once: true });
  }

  onApplicationShutdown(): void {
    this.endAll();
  }

  /** Follows a workspace from now on. @returns how to stop. */
  async follow(workspaceId: string, reader: TailReader): Promise<() => void> {
    if (this.draining.hasBegun) {
      reader.end();
      return () => undefined;
    }
    const audience = this.audiences.get(workspaceId) ?? this.gather(workspaceId);
    audience.readers.add(reader);
    this.hush ??= this.spool.listen((record, place) => this.tell(record.workspaceId, callOfRecord(record, place)));
    if (!this.looking) this.timer ??= setTimeout(() => void this.look(), POLL_EVERY_MS);
    await audience.primed;
    return () => this.leave(workspaceId, reader);
  }

  /** Ends every reader, so that the HTTP server can close. */
  private endAll(): void {
    for (const { readers } of this.audiences.values()) for (const reader of readers) reader.end();
    this.audiences.clear();
    this.rest();
  }

  private gather(workspaceId: string): Audience {
    const seen = new Set<string>();
    const prime = async (): Promise<void> => {
      for (const call of await this.recent(workspaceId)) remember(seen, call.callId);
    };
    const audience = { readers: new Set<TailReader>(), seen, primed: prime().catch((fault: unknown) => this.onBlind(workspaceId, fault)) };
    this.audiences.set(workspaceId, audience);
    return audience;
  }

  private leave(workspaceId: string, reader: TailReader): void {
    const audience = this.audiences.get(workspaceId);
    audience?.readers.delete(reader);
    if (audience?.readers.size === 0) this.audiences.delete(workspaceId);
    if (this.audiences.size === 0) this.rest();
  }

  private rest(): void {
    this.hush?.();
    this.hush = undefined;
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private tell(workspaceId: string, call: Call): void {
    const audience = this.audiences.get(workspaceId);
    if (!audience || audience.seen.has(call.callId)) return;
    remember(audience.seen, call.callId);
    for (const reader of audience.readers) reader.take(call);
  }

  private async look(): Promise<void> {
    this.looking = true;
    for (const [workspaceId, { primed }] of this.audiences) {
      await primed;
      try {
        for (const call of await this.recent(workspaceId)) this.tell(workspaceId, call);
      } catch (fault) {
        this.onBlind(workspaceId, fault);
      }
    }
    this.looking = false;
    this.timer = this.audiences.size > 0 ? setTimeout(() => void this.look(), POLL_EVERY_MS) : undefined;
  }

  private recent(workspaceId: string): Promise<readonly Call[]> {
    return this.calls.since(inWorkspace(systemCtx('audit'), workspaceId), { createdAt: new Date(Date.now() - LOOK_BACK_MS), id: '' });
  }

  private onBlind(workspaceId: string, fault: unknown): void {
    this.log.debug({ msg: 'the live tail could not look for calls of other replicas', workspaceId, err: fault });
  }
}

function remember(seen: Set<string>, id: string): void {
  seen.add(id);
  if (seen.size > SEEN_MAX)
    for (const oldest of seen) {
      seen.delete(oldest);
      break;
    }
}
