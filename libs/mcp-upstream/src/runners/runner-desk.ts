import type { UpstreamTarget } from '@mcpnest/gateway-core';
import type { McpUpstreamConnector } from '../connector.js';
import type { LocalPrograms } from '../stdio/local-programs.js';
import type { PackageStore } from '../stdio/packages/package-store.js';
import type { AskedTarget } from './hop-words.js';

/** What a runner does for gateways. */
export interface RunnerDesk {
  readonly connector: Pick<McpUpstreamConnector, 'send' | 'list' | 'watch' | 'probe'>;
  readonly programs: LocalPrograms;
  readonly packages: Pick<PackageStore, 'newest' | 'pin'>;
  /**
   * What stands behind the name of a target, as this runner itself finds it among approved Versions.
   * @throws UpstreamFailure, never `sent`, where it finds none
   */
  targetOf(asked: AskedTarget): Promise<UpstreamTarget>;
  /** Brings a package here whose integrity is on record. @throws PackageProblem */
  install(spec: string): Promise<{ readonly lockHash: string }>;
}
