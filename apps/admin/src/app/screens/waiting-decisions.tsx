import { useQuery } from '@tanstack/react-query';
import { OpenChanges } from '../../features/servers/changes/open-changes';
import { openChangesQuery } from '../../features/servers/changes/changes.queries';
import { requestCountsQuery } from '../../features/servers/requests/requests.queries';
import { useDecides } from '../../features/servers/requests/use-decides';
import { WaitingRequests } from '../../features/servers/requests/waiting-requests';
import { useCan } from '../../lib/permissions';
import { AnchorLink } from '../../ui/links';
import { appText } from '../app.text';

const text = appText.waiting;

/** What waits for a decision of the reader's, as items of a list; none where nothing does. */
export function WaitingDecisions() {
  const mayApprove = useCan('versions:approve');
  const changes = useQuery({ ...openChangesQuery, enabled: mayApprove });
  const decides = useDecides();
  const requests = useQuery({ ...requestCountsQuery, enabled: decides });
  return (
    <>
      {(changes.data ?? 0) > 0 && (
        <li>
          <AnchorLink size="inherit" to="/catalogue/changes">
            {text.changes}
          </AnchorLink>{' '}
          <OpenChanges />
        </li>
      )}
      {(requests.data?.toDecide ?? 0) > 0 && (
        <li>
          <AnchorLink size="inherit" to="/approvals">
            {text.requests}
          </AnchorLink>{' '}
          <WaitingRequests />
        </li>
      )}
    </>
  );
}
