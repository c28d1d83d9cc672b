import type { Transport } from '../transports/transport.js';
import type { VersionState } from './version-states.js';

/** A Version as it is stored. */
export interface ServerVersion {
  readonly id: string;
  readonly serverId: string;
  readonly number: number;
  readonly state: VersionState;
  readonly transport: Transport;
  readonly note: string | null;
  readonly createdAt: Date;
  readonly createdById: string | null;
  readonly createdByName: string;
  readonly approvedAt: Date | null;
  readonly listedAt: Date | null;
  readonly checkedAt: Date | null;
  readonly checkReason: string | null;
}

/** What lists show of a tool; texts are the upstream's and untrusted. */
export interface ListedTool {
  readonly name: string;
  readonly title: string | null;
  readonly description: string | null;
}
