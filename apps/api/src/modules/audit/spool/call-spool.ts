import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { CallRecord } from '@mcpnest/gateway-core';
import { AuditConfig, StorageConfig } from '../../../config/slices.js';
import { CallStream, type Departure } from '../../../platform/events/call-stream.port.js';
import { AuditPolicies } from '../policies/audit-policies.js';
import type { ChainPlace } from './call-columns.js';
import { LiveSpool } from './live-spool.js';
import { NO_FIGURES, type SpoolFigures } from './spool-figures.js';
import { BeginNote, EndNote } from './spool-note.js';
import { SpoolParts } from './spool-parts.js';

const DRAIN_MS = 8_000;

/** Hears of each record of this process once it is appended, and of its place where it could be spooled. */
export type CallListener = (call: CallRecord, place: ChainPlace | null) => void;

/**
 * Keeps records between the call and the database, in files: what was appended survives the end of the process. In the mode
 * `available` a record that cannot be kept is counted and the call goes on; in `strict` the call waits until its record is safe.
 */
@Injectable()
export class CallSpool extends CallStream implements OnModuleInit, BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly log = new Logger('audit');
  private readonly listeners = new Set<CallListener>();
  private live: LiveSpool | null = null;
  private accepted = 0;
  private unkept = 0;
  private lastWriter = '';
  private lastFigures = NO_FIGURES;

  constructor(
    private readonly parts: SpoolParts,
    private readonly policies: AuditPolicies,
    private readonly storage: StorageConfig,
    private readonly config: AuditConfig,
  ) {
    super();
  }

  onModuleInit(): void {
    this.live = new LiveSpool(this.storage.dataDir, this.parts, {
      quotaBytes: this.config.spoolBytesMax,
      onEnd: ({ call, place }) => this.tell(call, place),
    });
  }

  override depart(call: CallRecord): Departure {
    const { retentionClass, isStrict } = this.policies.of(call.workspaceId);
    const note = new BeginNote(call, retentionClass);
    if (this.live) note.isSafe = isStrict ? this.live.noteSafely(note) : this.live.note(note);
    else if (isStrict) note.isSafe = Promise.resolve(false);
    return note;
  }

  override append(call: CallRecord, departure?: Departure): Promise<boolean> | undefined {
    this.accepted++;
    const { retentionClass, isStrict } = this.policies.of(call.workspaceId);
    const note = new EndNote(call, retentionClass, departure instanceof BeginNote ? departure : undefined);
    if (this.live) return isStrict ? this.live.noteSafely(note) : this.live.note(note);
    this.unkept++;
    this.tell(call, null);
    return isStrict ? Promise.resolve(false) : undefined;
  }

  override settle(): void {
    this.live?.settle();
  }

  /** The name under which this process writes or wrote; empty before it does. */
  get writer(): string {
    return this.live?.writer ?? this.lastWriter;
  }

  /** @returns how to stop. */
  listen(listener: CallListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Counters since the start. Every accepted record ends as stored or dropped, or still waits. */
  figures(): SpoolFigures & { readonly accepted: number } {
    const figures = this.live?.figures() ?? this.lastFigures;
    return { accepted: this.accepted, ...figures, dropped: figures.dropped + this.unkept, unnoted: figures.unnoted + this.unkept };
  }

  /** Resolves when nothing waits any more, or after the deadline. @returns whether everything is stored or set aside. */
  async flush(deadlineMs = DRAIN_MS): Promise<boolean> {
    return (await this.live?.flush(deadlineMs)) ?? true;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.flush();
  }

  async onApplicationShutdown(): Promise<void> {
    const { live } = this;
    if (!live) return;
    this.live = null;
    this.lastWriter = live.writer;
    const isEmpty = await live.close();
    this.lastFigures = live.figures();
    if (!isEmpty)
      this.log.warn({
        msg: 'stopped with call records that the database did not take; the next start brings them',
        waiting: this.lastFigures.waiting,
      });
  }

  private tell(call: CallRecord, place: ChainPlace | null): void {
    for (const listener of this.listeners) {
      try {
        listener(call, place);
      } catch (fault) {
        this.log.error({ msg: 'a listener of the call stream failed', err: fault });
      }
    }
  }
}
