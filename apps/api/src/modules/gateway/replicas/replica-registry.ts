import { randomBytes } from 'node:crypto';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Replicas } from '@mcpnest/gateway-core';
import { ReplicasConfig } from '../../../config/slices.js';
import { systemCtx } from '../../../platform/context/ctx.js';
import { JobRunner } from '../../../platform/jobs/job-runner.js';
import { ReplicasRepository, type SeenReplica } from './replicas.repository.js';

const BEAT_EVERY_MS = 2_000;
const SWEEP_EVERY_MS = 600_000;
/** How long a replica that refused a connection is taken for gone although its last beat is younger. */
const DISTRUST_MS = 6_000;
const CTX = systemCtx('replicas');

/**
 * The processes that share the database, as a beat every two seconds shows them. Without REPLICA_URL this process tells nobody
 * of itself and hands nothing on. While the database is away the last picture stays in force.
 */
@Injectable()
export class ReplicaRegistry extends Replicas implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly self = `r${randomBytes(9).toString('hex')}`;
  private readonly log = new Logger('gateway');
  private urls: ReadonlyMap<string, string> = new Map();
  /** Replica → until when it is taken for gone, in `performance.now()` milliseconds. */
  private readonly distrusted = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;
  private beating: Promise<void> | null = null;
  private isLost = false;

  constructor(
    private readonly config: ReplicasConfig,
    private readonly repository: ReplicasRepository,
    private readonly jobs: JobRunner,
  ) {
    super();
  }

  /** Before the listener answers, so that the others know this replica by the time it has anything of its own. */
  async onApplicationBootstrap(): Promise<void> {
    if (this.config.url === null) return;
    this.jobs.register({
      name: 'gateway.forget-replicas',
      everyMs: SWEEP_EVERY_MS,
      run: () => this.repository.removeLost(CTX),
    });
    await this.beat();
    this.timer = setInterval(() => void this.beat(), BEAT_EVERY_MS).unref();
  }

  /** Takes leave, so that the others take over at once. */
  async onApplicationShutdown(): Promise<void> {
    if (this.config.url === null) return;
    clearInterval(this.timer);
    await this.beating;
    await this.repository.remove(CTX, this.self).catch(() => undefined);
  }

  /** How many processes there are as far as beats tell, this one included. */
  get count(): number {
    return Math.max(1, this.urls.size);
  }

  isReachable(node: string): boolean {
    return this.urlOf(node) !== undefined;
  }

  /** Where a replica that can be reached is reached; undefined for this process and for all that are gone. */
  urlOf(node: string): string | undefined {
    const url = node === this.self ? undefined : this.urls.get(node);
    if (url === undefined || this.config.url === null) return undefined;
    const until = this.distrusted.get(node);
    if (until === undefined) return url;
    if (performance.now() < until) return undefined;
    this.distrusted.delete(node);
    return url;
  }

  /** Takes note of a replica that something else told of, ahead of the next beat. */
  learn({ id, url }: SeenReplica): void {
    if (this.urls.get(id) !== url) this.urls = new Map(this.urls).set(id, url);
  }

  /** Takes a replica for gone for a while: it does not answer. */
  distrust(node: string): void {
    this.distrusted.set(node, performance.now() + DISTRUST_MS);
  }

  /** One beat now. A failure is told once, until one succeeds. */
  beat(): Promise<void> {
    this.beating ??= this.beatOnce().finally(() => {
      this.beating = null;
    });
    return this.beating;
  }

  private async beatOnce(): Promise<void> {
    const { url } = this.config;
    if (url === null) return;
    try {
      const seen = await this.repository.beat(CTX, { id: this.self, url });
      this.urls = new Map(seen.map((replica) => [replica.id, replica.url]));
      for (const node of this.distrusted.keys()) if (!this.urls.has(node)) this.distrusted.delete(node);
      this.isLost = false;
    } catch (error) {
      if (!this.isLost) this.log.warn({ msg: 'the other replicas cannot be seen; the last picture of them stays in force', err: error });
      this.isLost = true;
    }
  }
}
