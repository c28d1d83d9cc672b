import type { UpstreamTarget } from '@mcpnest/gateway-core';
import type { McpUpstreamConnector } from '../connector.js';
import type { LocalPrograms } from '../stdio/local-programs.js';
import type { PackageStore, PinnedPackage } from '../stdio/packages/package-store.js';
import type { AskedTarget } from './hop-words.js';

/** What a runner does for gateways. */
export interface RunnerDesk {
  readonly connector: Pick<McpUpstreamConnector, 'send' | 'list' | 'watch' | 'probe'>;
  readonly programs: LocalPrograms;
  readonly packages: RunnerPackages;
  /**
   * What stands behind the name of a target, as this runner itself finds it among approved Versions.
   * @throws UpstreamFailure, never `sent`, where it finds none
   */
  targetOf(asked: AskedTarget): Promise<UpstreamTarget>;
}

/** A package by its name, and the names of those whose install scripts run with it. */
export type NamedPackage = Pick<PinnedPackage, 'spec' | 'scripts'>;

/** Packages as gateways speak of them: by name alone. @throws PackageProblem */
export interface RunnerPackages extends Pick<PackageStore, 'newest' | 'pin' | 'lacks'> {
  /** A package whose integrity is on record; null where it is not here. */
  find(named: NamedPackage): Promise<{ readonly lockHash: string } | null>;
  /** Brings one here. */
  install(named: NamedPackage): Promise<{ readonly lockHash: string }>;
}
