import { holds } from '../../../lib/permissions';
import { useMe } from '../../../lib/session.queries';

/** Whether this person decides any requests: operators do, and whoever may expose servers in a workspace. */
export function useDecides(): boolean {
  const me = useMe();
  return holds(me, 'versions:approve') || me.workspaces.some(({ slug }) => holds(me, 'exposures:write', slug));
}
