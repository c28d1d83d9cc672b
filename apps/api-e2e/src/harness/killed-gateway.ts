import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startFakeUpstream, type FakeUpstream } from '@mcpnest/testkit';
import type { Call } from '@mcpnest/api-client';
import { eventually } from './eventually.js';
import { givenRoute, givenToken, type Route } from './given.js';
import { RestClient } from './rest-client.js';
import { ADMIN, LOOPBACK_ALLOWED, newDataDir, startServer, type RunningServer } from './start-server.js';
import { SteadyLoad } from './steady-load.js';

const TOOL = 'echo';
/** One call in so many is never answered by its server, so that calls are under way whenever the gateway is killed. */
const HELD_EVERY = 150;
const RECOVERED_WITHIN_MS = 60_000;

/** What was found after a kill. */
export interface KillFigures {
  readonly sent: number;
  /** With a result. */
  readonly answered: number;
  /** Answered that the gateway cannot take it now. */
  readonly refused: number;
  readonly answersPerSecond: number;
  /** Calls that had arrived at the server. */
  readonly departed: number;
  readonly rows: number;
  /** Answered and refused calls without a row. */
  readonly missing: number;
  /** Calls that had arrived at the server, without a row. */
  readonly untold: number;
  /** Rows of a call that has another one. */
  readonly doubled: number;
  /** Calls that their server held when the gateway was killed. */
  readonly held: number;
  /** Those whose row does not say that it was cut off. */
  readonly heldAndNotUnknown: number;
  /** Rows that say a call was cut off. */
  readonly unknown: number;
  /** Answered calls whose row says something else than success. */
  readonly wrong: number;
}

/** An installation that is killed under load and started again, as often as is asked for. */
export class KilledGateway {
  private server!: RunningServer;
  private operator!: RestClient;
  private arrived = 0;
  /** Traces of calls that their server has and does not answer. */
  private readonly held = new Set<string>();

  private constructor(
    private readonly dataDir: string,
    private readonly upstream: FakeUpstream,
    private route: Route,
  ) {}

  static async start(): Promise<KilledGateway> {
    const dataDir = newDataDir();
    const [server, upstream] = await Promise.all([startServer({ dataDir, env: LOOPBACK_ALLOWED }), startFakeUpstream()]);
    const operator = await (await RestClient.anonymous(server.url)).signIn(ADMIN.email, ADMIN.password);
    const route = await givenRoute(operator, [upstream.url]);
    await operator.patch(`/workspaces/${route.workspace.slug}`, {
      limits: { ratePerSecond: 100_000, burst: 1_000_000, concurrency: 10_000 },
    });
    const gateway = new KilledGateway(dataDir, upstream, route);
    Object.assign(gateway, { server, operator });
    upstream.misbehave('tools/call', ({ message, behave }) => {
      if (++gateway.arrived % HELD_EVERY === 0) gateway.held.add(traceOf(message));
      else behave();
    });
    return gateway;
  }

  /** Kills it once so many calls were answered, starts it again, and compares what clients know with what is recorded. */
  async killAfter(answers: number, perSecond: number): Promise<KillFigures> {
    const { workspace } = this.route;
    const token = await givenToken(this.operator, workspace.slug);
    const arrivedBefore = this.upstream.received.length;
    const load = new SteadyLoad({ url: `${this.server.url}/api/gw/${workspace.slug}`, token: token.token, tool: TOOL, perSecond });
    try {
      await Promise.race([load.reached(answers), this.server.ended]);
      this.server.signal('SIGKILL');
      await this.server.ended;
    } finally {
      load.stop();
    }
    const arrived = this.upstream.received.slice(arrivedBefore).filter(({ message }) => message.method === 'tools/call');
    const departed = arrived.map(({ message }) => traceOf(message));
    await this.startAgain();
    return compare(load, { departed, held: departed.filter((trace) => this.held.has(trace)), rows: await this.rowsOf(token.id) });
  }

  /** Whether every chain stands as it was recorded; the first fault where one does not. */
  async faults(): Promise<readonly unknown[]> {
    const [from, to] = [Date.now() - 86_400_000, Date.now()].map((at) => new Date(at).toISOString().slice(0, 10));
    const found = await this.operator.post<{ chains: readonly { readonly fault: unknown }[] }>('/audit/verifications', { from, to });
    return found.chains.flatMap(({ fault }) => fault ?? []);
  }

  async remove(): Promise<void> {
    await Promise.all([this.upstream.close(), this.server.remove()]);
  }

  /** Resolves when it is ready and has stored what the one before left. */
  private async startAgain(): Promise<void> {
    this.server = await startServer({ dataDir: this.dataDir, env: LOOPBACK_ALLOWED });
    this.operator = (await RestClient.anonymous(this.server.url)).withSession(this.operator.cookie);
    await eventually(() => {
      const spools = readdirSync(join(this.dataDir, 'audit', 'spools'));
      if (spools.length !== 1) throw new Error(`spools that are not stored yet: ${spools.join(', ')}`);
    }, RECOVERED_WITHIN_MS);
  }

  private async rowsOf(tokenId: string): Promise<readonly Call[]> {
    const rows: Call[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const after: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page: { data: Call[]; nextCursor: string | null } = await this.operator.get(
        `/workspaces/${this.route.workspace.slug}/calls?token=${tokenId}&limit=200${after}`,
      );
      rows.push(...page.data);
      cursor = page.nextCursor;
    }
    return rows;
  }
}

interface Recorded {
  readonly departed: readonly string[];
  readonly held: readonly string[];
  readonly rows: readonly Call[];
}

function compare(load: SteadyLoad, { departed, held, rows }: Recorded): KillFigures {
  const byTrace = new Map(rows.map((row) => [row.traceId, row]));
  const without = (traces: readonly string[]): number => traces.filter((trace) => !byTrace.has(trace)).length;
  const isNot = (outcome: Call['outcome'], traces: readonly string[]): number =>
    traces.filter((trace) => byTrace.get(trace)?.outcome !== outcome).length;
  return {
    sent: load.sent.length,
    answered: load.answered.length,
    refused: load.refused.length,
    answersPerSecond: Math.round(load.answersPerSecond),
    departed: departed.length,
    rows: rows.length,
    missing: without(load.answered) + without(load.refused),
    untold: without(departed),
    doubled: rows.length - byTrace.size,
    held: held.length,
    heldAndNotUnknown: isNot('unknown', held),
    unknown: rows.filter(({ outcome }) => outcome === 'unknown').length,
    wrong: isNot('success', load.answered),
  };
}

const traceOf = ({ params }: { readonly params?: unknown }): string => (params as { arguments: { trace: string } }).arguments.trace;
