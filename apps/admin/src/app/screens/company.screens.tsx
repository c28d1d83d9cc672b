import { getRouteApi, Navigate, useNavigate } from '@tanstack/react-router';
import { AnalyticsPage } from '../../features/audit/analytics.page';
import { CallsPage } from '../../features/audit/calls.page';
import { OverviewPage } from '../../features/audit/overview.page';
import { LedgerPage } from '../../features/audit/ledger/ledger.page';
import { RecordsPage } from '../../features/audit/records/records.page';
import { AddServerPage } from '../../features/servers/add-server.page';
import { CataloguePage } from '../../features/servers/catalogue.page';
import { ChangesPage } from '../../features/servers/changes/changes.page';
import { ImportPage } from '../../features/servers/import/import.page';
import { ApprovalsPage } from '../../features/servers/requests/approvals.page';
import { requestsText } from '../../features/servers/requests/requests.text';
import { useDecides } from '../../features/servers/requests/use-decides';
import { ServerDetailPage } from '../../features/servers/server-detail.page';
import { WorkspaceListPage } from '../../features/workspaces/workspace-list.page';
import { useCan } from '../../lib/permissions';
import { useMe } from '../../lib/session.queries';
import { permissionWords } from '../../patterns/permission-gate';
import { ActivityTabs } from '../activity-tabs';
import { NoAccess } from '../no-access';
import { WaitingDecisions } from './waiting-decisions';

export const OverviewScreen = () => <OverviewPage waiting={<WaitingDecisions />} />;

const workspacesRoute = getRouteApi('/in/shell/workspaces');

export function WorkspacesScreen() {
  const navigate = workspacesRoute.useNavigate();
  return (
    <WorkspaceListPage
      search={workspacesRoute.useSearch()}
      onSearch={(search) => void navigate({ search, replace: true })}
      onOpen={(slug) => void navigate({ to: '/w/$slug', params: { slug } })}
    />
  );
}

const catalogueRoute = getRouteApi('/in/shell/catalogue');

export function CatalogueScreen() {
  const navigate = catalogueRoute.useNavigate();
  return (
    <CataloguePage
      search={catalogueRoute.useSearch()}
      onSearch={(search) => void navigate({ search, replace: true })}
      onOpen={(server) => void navigate({ to: '/catalogue/$server', params: { server } })}
    />
  );
}

const addServerRoute = getRouteApi('/in/shell/catalogue/new');

export function AddServerScreen() {
  const navigate = useNavigate();
  const { entry } = addServerRoute.useSearch();
  if (!useCan('servers:write')) return <NoAccess words={permissionWords('servers:write')} />;
  return <AddServerPage key={entry} entry={entry} onSaved={(server) => void navigate({ to: '/catalogue/$server', params: { server } })} />;
}

export function ImportScreen() {
  if (!useCan('servers:write')) return <NoAccess words={permissionWords('servers:write')} />;
  return <ImportPage />;
}

const changesRoute = getRouteApi('/in/shell/catalogue/changes');

export function ChangesScreen() {
  const navigate = changesRoute.useNavigate();
  const search = changesRoute.useSearch();
  if (!useCan('versions:approve')) return <NoAccess words={permissionWords('versions:approve')} />;
  return <ChangesPage search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />;
}

const serverRoute = getRouteApi('/in/shell/catalogue/$server');

export function ServerScreen() {
  const { server } = serverRoute.useParams();
  const { tab, ...outcome } = serverRoute.useSearch();
  const navigate = serverRoute.useNavigate();
  return (
    <ServerDetailPage
      slug={server}
      tab={tab ?? 'overview'}
      outcome={outcome}
      onTab={(next) => void navigate({ search: { tab: next }, replace: true })}
      onMoved={(slug) => void navigate({ to: '/catalogue/$server', params: { server: slug }, replace: true })}
      onDeleted={() => void navigate({ to: '/catalogue' })}
    />
  );
}

const approvalsRoute = getRouteApi('/in/shell/approvals');

export function ApprovalsScreen() {
  const navigate = approvalsRoute.useNavigate();
  const search = approvalsRoute.useSearch();
  if (!useDecides()) return <NoAccess words={requestsText.queue.notYours} />;
  return <ApprovalsPage search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />;
}

const activityRoute = getRouteApi('/in/shell/activity');

export function ActivityScreen() {
  const navigate = activityRoute.useNavigate();
  const search = activityRoute.useSearch();
  // Whoever may not read the ledger has calls to look at all the same.
  if (!useCan('ledger:read')) return <Navigate to="/activity/calls" replace />;
  return <LedgerPage trail={<ActivityTabs />} search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />;
}

const companyCallsRoute = getRouteApi('/in/shell/activity/calls');

export function CompanyCallsScreen() {
  const navigate = companyCallsRoute.useNavigate();
  const { workspaces } = useMe();
  return (
    <CallsPage
      slug={null}
      ownOnly={false}
      workspaces={workspaces}
      trail={<ActivityTabs />}
      search={companyCallsRoute.useSearch()}
      onSearch={(search) => void navigate({ search })}
    />
  );
}

const companyAnalyticsRoute = getRouteApi('/in/shell/activity/analytics');

export function CompanyAnalyticsScreen() {
  const navigate = companyAnalyticsRoute.useNavigate();
  const { workspaces } = useMe();
  return (
    <AnalyticsPage
      slug={null}
      workspaces={workspaces}
      trail={<ActivityTabs />}
      search={companyAnalyticsRoute.useSearch()}
      onSearch={(search) => void navigate({ search })}
    />
  );
}

export function RecordsScreen() {
  if (!useCan('ledger:read')) return <NoAccess words={permissionWords('ledger:read')} />;
  return <RecordsPage trail={<ActivityTabs />} />;
}
