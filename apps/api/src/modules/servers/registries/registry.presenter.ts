import type { RegistryCounts } from './registry-counts.read-model.js';
import type { Registry as RegistryView } from './registries.dto.js';
import type { Registry } from './registry.js';

export const presentRegistry = (registry: Registry, counts: RegistryCounts | undefined): RegistryView => ({
  id: registry.id,
  name: registry.name,
  url: registry.url,
  enabled: registry.enabled,
  everyMinutes: registry.everyMinutes,
  etag: registry.revision,
  running: registry.runningSince !== null,
  triedAt: registry.triedAt?.toISOString() ?? null,
  succeededAt: registry.succeededAt?.toISOString() ?? null,
  problem: registry.problem === null ? null : { code: registry.problem, detail: registry.problemDetail },
  unreadable: registry.unreadable,
  entries: counts?.entries ?? 0,
  entriesWithWarnings: counts?.withWarnings ?? 0,
});
