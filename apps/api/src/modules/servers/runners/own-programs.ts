import type { HostedState, HostReport, LocalPrograms, Supervisor } from '@mcpnest/mcp-upstream';

/** Local servers on this machine, as operators see them. */
export class OwnPrograms implements LocalPrograms {
  constructor(private readonly supervisor: Supervisor) {}

  async reports(): Promise<readonly HostReport[]> {
    return [{ runner: null, report: await this.supervisor.report() }];
  }

  async states(serverId?: string): Promise<readonly HostedState[]> {
    return (await this.supervisor.states(serverId)).map((state) => ({ ...state, runner: null }));
  }

  end(serverId: string, by: 'restart' | 'stop'): Promise<void> {
    return this.supervisor.end(serverId, by);
  }
}
