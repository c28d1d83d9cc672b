import { readLocal } from '../../../lib/local-store';
import { holds } from '../../../lib/permissions';
import { useMe } from '../../../lib/session.queries';

/** A workspace in which this person may ask for servers: the one they were in last, else their first; null where there is none. */
export function useAskingSlug(): string | null {
  const me = useMe();
  const last = readLocal<string>('workspace');
  const open = me.workspaces.filter(({ slug }) => holds(me, 'requests:create', slug));
  return (open.find(({ slug }) => slug === last) ?? open[0])?.slug ?? null;
}
