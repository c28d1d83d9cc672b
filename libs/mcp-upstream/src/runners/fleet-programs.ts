import { startingNow, UNSTOPPED } from '../call-time.js';
import type { HostedState, HostReport, LocalPrograms } from '../stdio/local-programs.js';
import type { LocalReport, LocalServerState } from '../stdio/supervisor.js';
import type { RunnerFleet } from './runner-fleet.js';

const ASK_MS = 3_000;
/** End of input, then TERM, then KILL. */
const END_MS = 10_000;

/** Local servers on runners, as operators see them. */
export class FleetPrograms implements LocalPrograms {
  constructor(private readonly fleet: RunnerFleet) {}

  async reports(): Promise<readonly HostReport[]> {
    const answers = await this.fleet.askAll<LocalReport>('report', {}, startingNow(ASK_MS, UNSTOPPED));
    return answers.map(({ runner, answer }) => ({ runner: runner.name, report: answer }));
  }

  async states(serverId?: string): Promise<readonly HostedState[]> {
    const answers = await this.fleet.askAll<readonly LocalServerState[]>('states', { serverId }, startingNow(ASK_MS, UNSTOPPED));
    return answers.flatMap(({ runner, answer }) => (answer ?? []).map((state) => ({ ...state, runner: runner.name })));
  }

  async end(serverId: string, by: 'restart' | 'stop'): Promise<void> {
    await this.fleet.askAll('end', { serverId, by }, startingNow(END_MS, UNSTOPPED));
  }
}
