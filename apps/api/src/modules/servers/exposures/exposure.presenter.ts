import type { ExposureView } from './exposure-list.read-model.js';
import type { Exposure, ExposureCanary, ExposureHealth } from './exposures.dto.js';

function healthOf(exposure: ExposureView): ExposureHealth {
  const checkedAt = (exposure.lookedAt ?? exposure.checkedAt)?.toISOString() ?? null;
  if (exposure.versionState !== 'approved') return { state: 'failing', reason: 'servers.version-out-of-service', checkedAt };
  if (exposure.isUp === false) return { state: 'failing', reason: exposure.lookReason, checkedAt };
  if (exposure.listedAt !== null) return { state: 'ok', reason: null, checkedAt };
  return exposure.checkReason === null
    ? { state: 'unknown', reason: null, checkedAt }
    : { state: 'failing', reason: exposure.checkReason, checkedAt };
}

function canaryOf({ canaryVersion, canarySharePercent, canaryTokens }: ExposureView): ExposureCanary | null {
  return canaryVersion === null ? null : { version: canaryVersion, sharePercent: canarySharePercent ?? 0, tokenCount: canaryTokens ?? 0 };
}

export const presentExposure = (exposure: ExposureView): Exposure => ({
  server: { id: exposure.serverId, slug: exposure.serverSlug, name: exposure.serverName },
  version: exposure.version,
  versionState: exposure.versionState,
  latestApproved: exposure.latestApproved,
  toolPrefix: exposure.toolPrefix,
  position: exposure.position,
  enabled: exposure.enabled,
  createdAt: exposure.createdAt.toISOString(),
  etag: exposure.revision,
  health: healthOf(exposure),
  toolCount: exposure.toolCount,
  canary: canaryOf(exposure),
});
