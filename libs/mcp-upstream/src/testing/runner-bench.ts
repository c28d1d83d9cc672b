import { randomBytes } from 'node:crypto';
import type { UpstreamAnswer, UpstreamRequest, UpstreamTarget } from '@mcpnest/gateway-core';
import { createUpstreamConnector, type McpUpstreamConnector } from '../connector.js';
import { failure } from '../net/failures.js';
import { HopKeys } from '../runners/hop-keys.js';
import { rankRunners, type RunnerPlace } from '../runners/placement.js';
import type { RunnerDesk } from '../runners/runner-desk.js';
import { RunnerDoor } from '../runners/runner-door.js';
import { PackageProblem } from '../stdio/packages/package-source.js';
import { RunnerFleet } from '../runners/runner-fleet.js';
import { openStdioBench, type StdioBench, type StdioBenchOptions } from './stdio-bench.js';
import { callRequest, LOOPBACK_OPEN, quiet } from './upstream-fixtures.js';

/** A runner with a program of its own. */
export interface BenchRunner {
  readonly place: RunnerPlace;
  readonly bench: StdioBench;
  readonly door: RunnerDoor;
}

/** One gateway process: its connector, and whom it does not trust any more. */
export interface BenchGateway {
  readonly connector: McpUpstreamConnector;
  readonly fleet: RunnerFleet;
  readonly distrusted: Set<string>;
  call(tool: string, args?: unknown, overrides?: Partial<UpstreamRequest>, signal?: AbortSignal): Promise<UpstreamAnswer>;
  /** The text of a call's result. */
  text(tool: string, args?: unknown): Promise<string>;
}

/** Runners and gateways that share a key and a target, on loopback. */
export class RunnerBench {
  readonly runners: BenchRunner[] = [];
  private readonly gateways: BenchGateway[] = [];
  readonly key = randomBytes(32);
  private target: UpstreamTarget | undefined;

  constructor(private readonly options: StdioBenchOptions = {}) {}

  /** The target that every gateway calls; the first runner's own. */
  get shared(): UpstreamTarget {
    return (this.target ??= this.runners[0]!.bench.target);
  }

  async runner(name = `runner-${this.runners.length + 1}`): Promise<BenchRunner> {
    const bench = openStdioBench(this.options);
    const { connector, supervisor, target } = bench;
    const desk: RunnerDesk = {
      connector,
      programs: {
        reports: async () => [{ runner: null, report: await supervisor.report() }],
        states: async (serverId = target.serverId) => (await supervisor.states(serverId)).map((state) => ({ ...state, runner: null })),
        end: (serverId, by) => supervisor.end(serverId, by),
      },
      packages: {
        newest: (spec) => Promise.resolve(`npm:${spec}@1.0.0`),
        pin: () => Promise.reject(new PackageProblem('The registry has no such version of this package.')),
        lacks: () => Promise.resolve(['No npm.']),
        find: () => Promise.resolve(null),
        install: () => Promise.resolve({ lockHash: 'x' }),
      },
      targetOf: (asked) =>
        asked.key.startsWith(this.shared.key)
          ? Promise.resolve({ ...target, key: asked.key })
          : Promise.reject(failure('gateway.upstream-unreachable', false, 'no such version is approved')),
    };
    const door = await RunnerDoor.open({ host: '127.0.0.1', port: 0, name, keys: new HopKeys(this.key), desk });
    const runner = { place: { name, url: `https://127.0.0.1:${door.port}` }, bench, door };
    this.runners.push(runner);
    return runner;
  }

  /** A gateway process; `key` where it is of another installation, `look` is done before it gives up. */
  gateway(key = this.key, look = (): Promise<void> => Promise.resolve()): BenchGateway {
    const distrusted = new Set<string>();
    const places = () => this.runners.map(({ place }) => place);
    const directory = {
      ready: () => places().filter(({ name }) => !distrusted.has(name)),
      doubtful: () => places().filter(({ name }) => distrusted.has(name)),
      look,
      distrust: (name: string) => void distrusted.add(name),
    };
    const fleet = new RunnerFleet({ directory, keys: new HopKeys(key), self: `web-${this.gateways.length + 1}` });
    const connector = createUpstreamConnector({ policy: () => LOOPBACK_OPEN, runners: fleet });
    const call: BenchGateway['call'] = (tool, args = {}, overrides = {}, signal = quiet()) =>
      connector.send(this.shared, callRequest(tool, args, { deadlineMs: 30_000, ...overrides }), signal);
    const text = async (tool: string, args?: unknown): Promise<string> =>
      (JSON.parse((await call(tool, args)).reply.resultText!) as { content: { text: string }[] }).content[0]!.text;
    const gateway = { connector, fleet, distrusted, call, text };
    this.gateways.push(gateway);
    return gateway;
  }

  /** The runner where the target is placed, and the next one. */
  ranked(): readonly BenchRunner[] {
    const order = rankRunners(
      this.shared.key,
      this.runners.map(({ place }) => place),
    );
    return order.map(({ name }) => this.runners.find(({ place }) => place.name === name)!);
  }

  async close(): Promise<void> {
    for (const { connector, fleet } of this.gateways) {
      await connector.close();
      fleet.close();
    }
    for (const { door, bench } of this.runners) {
      await door.close();
      await bench.close();
    }
  }
}
