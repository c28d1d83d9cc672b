import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UpstreamFailure, type RouteTable, type UpstreamTarget } from '@mcpnest/gateway-core';
import type { AskedTarget } from '@mcpnest/mcp-upstream';
import { RunnersConfig } from '../../../config/slices.js';
import { ChangeFeed, type ChangeConsumer } from '../../../platform/events/change-feed.js';
import { HealthRegistry } from '../../../platform/health/health-registry.js';
import { CreditedConnector } from '../adapters/credited-connector.js';
import { RunnerWork } from '../../servers/index.js';
import { localTargetsOf, type LocalTargets } from '../snapshot/local-targets.js';
import { RouteTables } from '../snapshot/route-tables.js';

/** A name that nobody knows is looked for in the database at most so often. */
const LOOK_EVERY_MS = 500;

/** What a runner knows of local servers: all of them, whichever it hosts. It reads that itself, and believes nobody else. */
@Injectable()
export class RunnerTable implements ChangeConsumer, OnModuleInit {
  readonly name = 'runner-table';
  private table: RouteTable | undefined;
  private locals: LocalTargets | undefined;
  private lookedAt = -Infinity;
  private isPlacedHere: (targetKey: string) => boolean = () => true;

  constructor(
    private readonly tables: RouteTables,
    /** What is found out and brought here. */ readonly work: RunnerWork,
    private readonly connector: CreditedConnector,
    private readonly changeFeed: ChangeFeed,
    private readonly health: HealthRegistry,
    private readonly config: RunnersConfig,
  ) {}

  onModuleInit(): void {
    if (this.config.role !== 'runner') return;
    this.changeFeed.subscribe(this);
    this.health.addCheck('route-table', () => (this.locals ? null : 'No configuration has been loaded yet.'));
  }

  async apply(ledgerNumber: number): Promise<void> {
    this.table = await this.tables.read(ledgerNumber, this.table);
    const before = this.locals;
    this.locals = localTargetsOf(this.table);
    for (const key of before?.byKey.keys() ?? []) if (!this.locals.byKey.has(key)) this.connector.release(key);
    this.runOwn();
  }

  /** Starts those that are to run while nobody calls, as far as they are placed here. */
  place(isPlacedHere: (targetKey: string) => boolean): void {
    this.isPlacedHere = isPlacedHere;
    this.runOwn();
  }

  /** @throws UpstreamFailure, never `sent`, for what is no approved Version */
  async targetOf(asked: AskedTarget): Promise<UpstreamTarget> {
    const target = this.locals?.byKey.get(asked.key) ?? (await this.lookFor(asked));
    if (!target) throw unknownTarget();
    await this.work.packages.bring(target);
    return target;
  }

  /** A gateway may know of a change some moments earlier, or ask what a Version offers that is shown nowhere yet. */
  private async lookFor(asked: AskedTarget): Promise<UpstreamTarget | null> {
    const approved = await this.work.approved(asked);
    if (approved) return approved;
    if (performance.now() > this.lookedAt + LOOK_EVERY_MS) {
      this.lookedAt = performance.now();
      await this.changeFeed.reload();
    }
    return this.locals?.byKey.get(asked.key) ?? null;
  }

  private runOwn(): void {
    if (!this.locals) return;
    const { running, shownIn, held } = this.locals;
    this.connector.runLocals([], shownIn, held);
    for (const target of running) if (this.isPlacedHere(target.key)) void this.warmUp(target);
  }

  private async warmUp(target: UpstreamTarget): Promise<void> {
    // Its state stands on the page of packages, and the next call says why it cannot run.
    await this.work.packages.bring(target).then(
      () => this.connector.keepWarm([target]),
      () => undefined,
    );
  }
}

const unknownTarget = (): UpstreamFailure =>
  new UpstreamFailure(
    'gateway.upstream-unreachable',
    'Runners run approved Versions alone, with values that are stored: save the server, have it approved, and try again',
    false,
  );
