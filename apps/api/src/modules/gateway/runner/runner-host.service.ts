import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { rankRunners, RunnerDoor, type RunnerDesk } from '@mcpnest/mcp-upstream';
import { RunnersConfig } from '../../../config/slices.js';
import { CreditedConnector } from '../adapters/credited-connector.js';
import { LocalHosting, RunnerReach, RunnerRegistry } from '../../servers/index.js';
import { RunnerTable } from './runner-table.js';

/** How many connections that proved nothing are told of in one line. */
const REFUSALS_TOLD_EVERY_MS = 60_000;

/** This process as a runner: a door for gateways, a row at the meeting point, and a share of all local servers. */
@Injectable()
export class RunnerHost implements OnApplicationShutdown {
  private readonly log = new Logger('servers');
  private door: RunnerDoor | undefined;
  private isSettled = false;
  private refusals = 0;
  private toldAt = -Infinity;

  constructor(
    private readonly config: RunnersConfig,
    private readonly table: RunnerTable,
    private readonly connector: CreditedConnector,
    private readonly hosting: LocalHosting,
    private readonly registry: RunnerRegistry,
    private readonly reach: RunnerReach,
  ) {}

  /** Lets gateways in, then says so. @throws the system's error where the port cannot be listened on */
  async open(): Promise<void> {
    const { url, host, port } = this.config;
    this.door = await RunnerDoor.open({
      host,
      port,
      name: url!,
      keys: this.reach.keys,
      desk: this.desk(),
      refused: (reason) => this.noteRefusal(reason),
    });
    this.registry.onBeat((hasChanged) => this.settle(hasChanged));
    await this.registry.register();
  }

  /** Takes nothing new; resolves when what is under way has ended, or after thirty seconds. */
  async drain(): Promise<void> {
    await this.registry.leave();
    await this.door?.drain();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.door?.close();
  }

  private desk(): RunnerDesk {
    return {
      connector: this.connector,
      programs: this.hosting.programs,
      packages: this.table.work.packages,
      targetOf: (asked) => this.table.targetOf(asked),
    };
  }

  /** Lets go of what is placed elsewhere by now, once gateways know of it too: its calls end first. */
  private settle(hasChanged: boolean): void {
    if (hasChanged) {
      this.isSettled = false;
      return this.table.place((key) => !this.isElsewhere(key));
    }
    if (!this.isSettled) {
      this.isSettled = true;
      return;
    }
    for (const key of this.hosting.activeKeys()) if (this.isElsewhere(key)) this.connector.release(key);
    this.door?.endWatches((key) => this.isElsewhere(key));
  }

  private isElsewhere(key: string): boolean {
    const [first] = rankRunners(key, this.registry.ready());
    return first !== undefined && first.name !== this.config.url;
  }

  private noteRefusal(reason: string): void {
    this.refusals++;
    if (performance.now() < this.toldAt + REFUSALS_TOLD_EVERY_MS) return;
    this.log.warn({ msg: 'connections to the runner did not prove that they are of this installation', count: this.refusals, reason });
    this.toldAt = performance.now();
    this.refusals = 0;
  }
}
