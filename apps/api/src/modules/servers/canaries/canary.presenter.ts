import type { VersionCallFigures } from '../../../platform/events/call-counts.port.js';
import type { Canary as CanaryView, VersionFigures } from './canaries.dto.js';
import type { CanaryToken } from './canary-tokens.read-model.js';
import type { Canary } from './canary.js';

/** A running canary and what is shown beside it. */
export interface ShownCanary {
  readonly canary: Canary;
  readonly pinnedVersion: number;
  readonly tokens: readonly CanaryToken[];
  readonly since: Date;
  readonly figures: readonly VersionCallFigures[];
}

const NOTHING = { calls: 0, toolErrors: 0, serverErrors: 0, p50Ms: null, p95Ms: null };

function figuresOf(all: readonly VersionCallFigures[], version: number): VersionFigures {
  const { calls, toolErrors, serverErrors, p50Ms, p95Ms } = all.find((one) => one.version === version) ?? NOTHING;
  return { version, calls, toolErrors, serverErrors, errorRate: calls === 0 ? null : (toolErrors + serverErrors) / calls, p50Ms, p95Ms };
}

export const presentCanary = ({ canary, pinnedVersion, tokens, since, figures }: ShownCanary): CanaryView => ({
  version: canary.serverVersion,
  pinnedVersion,
  sharePercent: canary.sharePercent,
  tokens: tokens.map(({ id, name, isActive }) => ({ id, name, active: isActive })),
  startedAt: canary.startedAt.toISOString(),
  startedBy: canary.startedByName,
  etag: canary.revision,
  since: since.toISOString(),
  figures: figuresOf(figures, canary.serverVersion),
  pinnedFigures: figuresOf(figures, pinnedVersion),
});
