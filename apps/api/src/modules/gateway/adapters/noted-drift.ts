import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DriftReporter, type Sighting } from '@mcpnest/gateway-core';
import { systemCtx } from '../../../platform/context/ctx.js';
import { LockIntake } from '../../servers/index.js';

/** Between two notes of one kind of one Version; doubles as long as there is news each time. */
const PAUSE_MS = { first: 200, max: 600_000 } as const;
/** Quiet for so many pauses, a server that kept changing counts as one that changed for the first time. */
const FORGIVEN_AFTER = 8;

/** The notes about one kind of one Version: one at a time, the newest sighting only. */
interface Line {
  running: Promise<void> | undefined;
  next: Sighting | undefined;
  pauseMs: number;
  /** Monotonic milliseconds. */
  readyAt: number;
  timer: NodeJS.Timeout | undefined;
}

/**
 * Has the servers room note what servers list. A server that changes all the time is noted ever more rarely, so that it can flood
 * neither the database nor the ledger; what is not noted is not served, so nothing hangs on it.
 */
@Injectable()
export class NotedDrift extends DriftReporter implements OnApplicationShutdown {
  private readonly log = new Logger('gateway');
  private readonly lines = new Map<string, Line>();
  private isStopped = false;

  constructor(private readonly intake: LockIntake) {
    super();
  }

  noticed(sighting: Sighting): Promise<void> {
    const line = this.lineOf(`${sighting.versionId} ${sighting.kind}`);
    line.next = sighting;
    return this.advance(line);
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    for (const line of this.lines.values()) {
      clearTimeout(line.timer);
      line.next = undefined;
    }
    await Promise.all([...this.lines.values()].flatMap(({ running }) => running ?? []));
  }

  private lineOf(key: string): Line {
    let line = this.lines.get(key);
    if (!line) this.lines.set(key, (line = { running: undefined, next: undefined, pauseMs: 0, readyAt: 0, timer: undefined }));
    return line;
  }

  /** Notes what is next, now or after the pause. Resolves when it is noted; at once where it must wait for longer. */
  private advance(line: Line): Promise<void> {
    if (line.running) return line.running.then(() => line.running);
    if (!line.next || this.isStopped) return Promise.resolve();
    const waitMs = line.readyAt - performance.now();
    if (waitMs > 0) {
      line.timer ??= setTimeout(() => {
        line.timer = undefined;
        void this.advance(line);
      }, waitMs).unref();
      return Promise.resolve();
    }
    const sighting = line.next;
    line.next = undefined;
    line.running = this.note(line, sighting).finally(() => {
      line.running = undefined;
      void this.advance(line);
    });
    return line.running;
  }

  private async note(line: Line, sighting: Sighting): Promise<void> {
    const isForgiven = performance.now() - line.readyAt > line.pauseMs * FORGIVEN_AFTER;
    const pauseMs = isForgiven || line.pauseMs === 0 ? PAUSE_MS.first : Math.min(PAUSE_MS.max, line.pauseMs * 2);
    try {
      if (!(await this.intake.note(systemCtx('tool-lock'), sighting))) return;
    } catch (error) {
      const { versionId, kind } = sighting;
      this.log.warn({ msg: 'What a server lists could not be noted; it is tried again', versionId, kind, err: error });
      line.next ??= sighting;
    }
    line.pauseMs = pauseMs;
    line.readyAt = performance.now() + pauseMs;
  }
}
