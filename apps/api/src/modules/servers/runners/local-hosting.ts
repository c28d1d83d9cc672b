import { Injectable } from '@nestjs/common';
import { FleetPrograms, type LocalPrograms, type UpstreamConnectorOptions } from '@mcpnest/mcp-upstream';
import { LocalSupervisor } from '../local/local.providers.js';
import { OwnPrograms } from './own-programs.js';
import { RunnerReach } from './runner-reach.js';

/** Where local servers run: here, or on runners. */
@Injectable()
export class LocalHosting {
  /** Whether they run on other machines than this process's. */
  readonly isOnRunners: boolean;
  /** What operators see of them. */
  readonly programs: LocalPrograms;
  /** What a connector is told of them. */
  readonly forConnector: Pick<UpstreamConnectorOptions, 'local' | 'runners'>;

  constructor(
    { fleet }: RunnerReach,
    private readonly supervisor: LocalSupervisor,
  ) {
    this.isOnRunners = fleet !== null;
    this.programs = fleet ? new FleetPrograms(fleet) : new OwnPrograms(supervisor);
    this.forConnector = fleet ? { runners: fleet } : { local: supervisor };
  }

  /** What has to be installed, wherever they run, before some packages can be, in sentences. */
  lacks(): Promise<readonly string[]> {
    return this.supervisor.lacks();
  }

  /** Keys of the targets that have processes on this machine. */
  activeKeys(): readonly string[] {
    return this.supervisor.activeKeys();
  }
}
