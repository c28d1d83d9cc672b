import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { LeaderLock } from './leader-lock.js';

/** Work that repeats. Only the leader of all processes does it. */
export interface Job {
  /** `room.verb-noun`; unique. */
  readonly name: string;
  readonly everyMs: number;
  /** Ends early when the signal fires. A failure is logged; the next round comes as usual. */
  run(signal: AbortSignal): Promise<void>;
}

/** Rounds come this much earlier or later, so that jobs do not fall together. */
const JITTER = 0.2;

/** Runs the jobs that rooms register: on intervals, on the leader alone, never the same job twice at once. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('platform');
  private readonly jobs = new Map<string, Job>();
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly running = new Set<Promise<void>>();
  private readonly stopping = new AbortController();
  private started = false;
  private isByHand = false;

  constructor(private readonly leader: LeaderLock) {}

  /** No job ever runs in this process: others do what there is to do for the installation as a whole. */
  standDown(): void {
    this.stopping.abort();
  }

  /** No round begins by itself any more; `runNow` runs them. For tests, which count what a round does. */
  stopClock(): void {
    this.isByHand = true;
    this.clearTimers();
  }

  /** Before or after the start; a job added later begins one interval from then. */
  register(job: Job): void {
    if (this.jobs.has(job.name)) throw new Error(`two jobs are called ${job.name}`);
    this.jobs.set(job.name, job);
    if (this.started) this.schedule(job);
  }

  onApplicationBootstrap(): void {
    this.started = true;
    for (const job of this.jobs.values()) this.schedule(job);
  }

  /** Stops the clock, tells jobs to end and waits for them. */
  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    this.clearTimers();
    await Promise.all(this.running);
  }

  /** One round of a job now, where this process leads. @returns whether it ran. For tests and commands. */
  async runNow(name: string): Promise<boolean> {
    const job = this.jobs.get(name);
    if (!job) throw new Error(`no job is called ${name}`);
    if (this.stopping.signal.aborted || !(await this.leader.hold())) return false;
    try {
      await job.run(this.stopping.signal);
    } catch (error) {
      this.log.error({ msg: `the job ${name} failed; it is tried again`, err: error });
    }
    return true;
  }

  private schedule(job: Job): void {
    if (this.stopping.signal.aborted || this.isByHand) return;
    const delayMs = job.everyMs * (1 - JITTER + 2 * JITTER * Math.random());
    this.timers.set(job.name, setTimeout(() => this.round(job), delayMs).unref());
  }

  private clearTimers(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
  }

  private round(job: Job): void {
    const round: Promise<void> = this.runNow(job.name)
      .then(() => undefined)
      .finally(() => {
        this.running.delete(round);
        this.schedule(job);
      });
    this.running.add(round);
  }
}
