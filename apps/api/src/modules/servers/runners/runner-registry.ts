import { randomBytes } from 'node:crypto';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { RunnerDirectory, RunnerPlace } from '@mcpnest/mcp-upstream';
import { RunnersConfig } from '../../../config/slices.js';
import { systemCtx } from '../../../platform/context/ctx.js';
import { JobRunner } from '../../../platform/jobs/job-runner.js';
import { RunnersRepository, type SeenRunner } from './runners.repository.js';

const BEAT_EVERY_MS = 2_000;
const SWEEP_EVERY_MS = 600_000;
/** How long a runner that did not answer is passed over although its last beat is younger. */
const DISTRUST_MS = 6_000;
const CTX = systemCtx('runners');

/**
 * The runners that share the database, as a beat every two seconds shows them; on a runner, its own beat too. A process with
 * ROLE=all asks nobody. While the database is away the last picture stays in force.
 */
@Injectable()
export class RunnerRegistry implements RunnerDirectory, OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('servers');
  private readonly instance = randomBytes(9).toString('hex');
  private picture: readonly SeenRunner[] = [];
  /** Runner → until when it is passed over, in `performance.now()` milliseconds. */
  private readonly distrusted = new Map<string, number>();
  private readonly listeners: ((hasChanged: boolean) => void)[] = [];
  private timer: NodeJS.Timeout | undefined;
  private beating: Promise<void> | null = null;
  private standing: 'silent' | 'ready' | 'leaving' = 'silent';
  private isLost = false;

  constructor(
    private readonly config: RunnersConfig,
    private readonly repository: RunnersRepository,
    private readonly jobs: JobRunner,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.role !== 'web') return;
    this.jobs.register({ name: 'servers.forget-runners', everyMs: SWEEP_EVERY_MS, run: () => this.repository.removeLost(CTX) });
    await this.begin();
  }

  /** Takes work from now on: the door is open. */
  async register(): Promise<void> {
    this.standing = 'ready';
    await this.begin();
  }

  /** Takes nothing new from now on. */
  async leave(): Promise<void> {
    this.standing = 'leaving';
    await this.beating;
    await this.beat();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.beating;
    if (this.standing === 'silent' || this.config.url === null) return;
    await this.repository.remove(CTX, this.config.url, this.instance).catch(() => undefined);
  }

  /** Told after each beat, and whether other runners take work than before. */
  onBeat(listener: (hasChanged: boolean) => void): void {
    this.listeners.push(listener);
  }

  ready(): readonly RunnerPlace[] {
    return this.places((runner) => !this.isDoubtful(runner));
  }

  doubtful(): readonly RunnerPlace[] {
    return this.places((runner) => this.isDoubtful(runner));
  }

  look(): Promise<void> {
    return this.beat();
  }

  distrust(name: string, reason: string): void {
    if (!this.isDistrusted(name)) this.log.warn({ msg: 'a runner takes no calls now; they go to others', runner: name, reason });
    this.distrusted.set(name, performance.now() + DISTRUST_MS);
  }

  /** One beat now. A failure is told once, until one succeeds. */
  beat(): Promise<void> {
    this.beating ??= this.beatOnce().finally(() => {
      this.beating = null;
    });
    return this.beating;
  }

  private async begin(): Promise<void> {
    await this.beat();
    this.timer = setInterval(() => void this.beat(), BEAT_EVERY_MS).unref();
  }

  private places(fits: (runner: SeenRunner) => boolean): readonly RunnerPlace[] {
    return this.picture.filter((runner) => !runner.isLeaving && fits(runner)).map(({ url }) => ({ name: url, url }));
  }

  private isDoubtful({ url, isLate }: SeenRunner): boolean {
    return isLate || this.isDistrusted(url);
  }

  private isDistrusted(name: string): boolean {
    return performance.now() < (this.distrusted.get(name) ?? -Infinity);
  }

  private async beatOnce(): Promise<void> {
    const { standing, config } = this;
    try {
      if (standing !== 'silent' && config.url !== null)
        await this.repository.beat(CTX, { url: config.url, isLeaving: standing === 'leaving' }, this.instance);
      const seen = await this.repository.seen(CTX);
      const hasChanged = namesOf(seen) !== namesOf(this.picture);
      this.picture = seen;
      this.isLost = false;
      for (const listener of this.listeners) listener(hasChanged);
    } catch (error) {
      if (!this.isLost) this.log.warn({ msg: 'runners cannot be seen; the last picture of them stays in force', err: error });
      this.isLost = true;
    }
  }
}

const namesOf = (seen: readonly SeenRunner[]): string =>
  seen
    .filter(({ isLeaving, isLate }) => !isLeaving && !isLate)
    .map(({ url }) => url)
    .join(' ');
