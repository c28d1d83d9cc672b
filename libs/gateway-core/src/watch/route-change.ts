import { servesOther } from '../lock/version-lock.js';
import type { ExposureRoute, WorkspaceRoute } from '../routing/route-table.js';

/** Whether clients of a workspace could see other lists with the one route than with the other. */
export function showsOther(before: WorkspaceRoute, after: WorkspaceRoute): boolean {
  if (before === after) return false;
  return (
    before.toolNameLengthMax !== after.toolNameLengthMax ||
    before.exposures.length !== after.exposures.length ||
    before.exposures.some((exposure, index) => !isSame(exposure, after.exposures[index]!))
  );
}

function isSame(a: ExposureRoute, b: ExposureRoute): boolean {
  return (
    a.exposureId === b.exposureId &&
    a.target.key === b.target.key &&
    !servesOther(a.lock, b.lock) &&
    a.toolPrefix === b.toolPrefix &&
    a.createdAt === b.createdAt &&
    a.toolSettings.size === b.toolSettings.size &&
    [...a.toolSettings].every(([name, setting]) => {
      const other = b.toolSettings.get(name);
      return other?.enabled === setting.enabled && other.alias === setting.alias && other.description === setting.description;
    })
  );
}
