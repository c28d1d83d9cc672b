import type { LocalReport, LocalServerState } from './supervisor.js';

/** What operators see and do about local servers, wherever their processes are. */
export interface LocalPrograms {
  /** What keeps them apart, and how many run; one entry per machine that hosts some. */
  reports(): Promise<readonly HostReport[]>;
  /** A server's targets that are known, of each version and credential that was used; all servers' without an id. */
  states(serverId?: string): Promise<readonly HostedState[]>;
  /** Stops every process of a server. After a `restart` it may be started at once, whatever happened before. */
  end(serverId: string, by: 'restart' | 'stop'): Promise<void>;
}

/** A machine that hosts local servers; `runner` is null for the gateway's own. */
export interface HostReport {
  readonly runner: string | null;
  /** Null where it did not answer. */
  readonly report: LocalReport | null;
}

export interface HostedState extends LocalServerState {
  readonly runner: string | null;
}
