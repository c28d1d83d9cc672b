import { Alert, Group, Text } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { FirstCall } from '../../features/audit/first-call';
import { AnalyticsPage } from '../../features/audit/analytics.page';
import { CallsPage } from '../../features/audit/calls.page';
import { LastClients } from '../../features/audit/last-clients';
import { PolicyPanel } from '../../features/audit/records/policy-panel';
import { ConnectPage } from '../../features/gateway/connect.page';
import { LockdownPage } from '../../features/servers/freezes/lockdown.page';
import { ExposuresPanel } from '../../features/servers/exposures-panel';
import { ConnectionsPage } from '../../features/servers/credentials/connections.page';
import { MyRequestsPage } from '../../features/servers/requests/my-requests.page';
import { toolsetsQuery } from '../../features/servers/curation/curation.queries';
import { toolsQuery } from '../../features/servers/servers.queries';
import { ToolsPage } from '../../features/servers/tools.page';
import { toolAddress } from '../../features/servers/tools.mutations';
import { LimitsPage } from '../../features/workspaces/limits/limits.page';
import { MembersPage } from '../../features/workspaces/members.page';
import { useCreateToken } from '../../features/workspaces/tokens.mutations';
import { TokensPage } from '../../features/workspaces/tokens.page';
import { useTokenUsed } from '../../features/workspaces/use-token-used';
import { WorkspaceHomePage } from '../../features/workspaces/workspace-home.page';
import { WorkspaceSettingsPage } from '../../features/workspaces/workspace-settings.page';
import { workspaceQuery } from '../../features/workspaces/workspaces.queries';
import { workspacesText } from '../../features/workspaces/workspaces.text';
import { useCan, useCanAny } from '../../lib/permissions';
import { permissionWords } from '../../patterns/permission-gate';
import { ButtonLink } from '../../ui/links';
import { useState } from 'react';
import { NoAccess } from '../no-access';

const workspaceRoute = getRouteApi('/in/shell/w/$slug');

function useWorkspace() {
  const { slug } = workspaceRoute.useParams();
  return useSuspenseQuery(workspaceQuery(slug)).data;
}

export function HomeScreen() {
  const workspace = useWorkspace();
  const text = workspacesText.home;
  const mayBegin = useCan('exposures:write', workspace.slug);
  const notice = mayBegin && workspace.counts.servers === 0 && (
    <Alert color="indigo" variant="light" title={text.finish}>
      <Group justify="space-between">
        <Text size="sm">{text.finishLead}</Text>
        <ButtonLink size="xs" to="/start" search={{ workspace: workspace.slug }}>
          {text.continue}
        </ButtonLink>
      </Group>
    </Alert>
  );
  return (
    <WorkspaceHomePage
      workspace={workspace}
      servers={<ExposuresPanel slug={workspace.slug} />}
      clients={<LastClients slug={workspace.slug} />}
      notice={notice}
    />
  );
}

const toolsRoute = getRouteApi('/in/shell/w/$slug/tools');

export function ToolsScreen() {
  const { slug, toolNameLengthMax } = useWorkspace();
  const navigate = toolsRoute.useNavigate();
  return (
    <ToolsPage
      slug={slug}
      nameLengthMax={toolNameLengthMax}
      search={toolsRoute.useSearch()}
      onSearch={(search) => void navigate({ search, replace: search.tool === undefined && search.why === undefined })}
    />
  );
}

const connectRoute = getRouteApi('/in/shell/w/$slug/connect');

export function ConnectScreen() {
  const { slug, gatewayUrl } = useWorkspace();
  const { client } = connectRoute.useSearch();
  const navigate = connectRoute.useNavigate();
  const create = useCreateToken(slug);
  const mayMake = useCanAny(['tokens:write', 'tokens:write-own'], slug);
  const [tokenId, setTokenId] = useState<string | null>(null);
  const connected = useTokenUsed(slug, tokenId);
  const makeToken = async (name: string) => {
    const made = await create.mutateAsync({ name });
    setTokenId(made.id);
    return made.token;
  };
  return (
    <ConnectPage
      slug={slug}
      gatewayUrl={gatewayUrl}
      client={client}
      onClient={(id) => void navigate({ search: { client: id }, replace: true })}
      mayMakeToken={mayMake}
      makeToken={makeToken}
      waiting={<FirstCall slug={slug} tokenId={tokenId} connected={connected} />}
    />
  );
}

const tokensRoute = getRouteApi('/in/shell/w/$slug/tokens');

/** Tools of a workspace as rules name them: one, or all of a server. */
function useToolNames(slug: string): string[] {
  const tools = useQuery(toolsQuery(slug)).data?.data ?? [];
  return [...new Set(tools.map(({ server }) => `${server}:*`)), ...tools.map(toolAddress)];
}

export function TokensScreen() {
  const { slug } = useWorkspace();
  const tools = useToolNames(slug);
  const toolsets = useQuery(toolsetsQuery(slug));
  const sets = (toolsets.data ?? []).map(({ name }) => `toolset:${name}`);
  const navigate = tokensRoute.useNavigate();
  return (
    <TokensPage
      slug={slug}
      tools={[...sets, ...tools]}
      search={tokensRoute.useSearch()}
      onSearch={(search) => void navigate({ search, replace: true })}
    />
  );
}

const callsRoute = getRouteApi('/in/shell/w/$slug/calls');

export function CallsScreen() {
  const { slug } = useWorkspace();
  const navigate = callsRoute.useNavigate();
  const mayReadAll = useCan('calls:read', slug);
  return <CallsPage slug={slug} ownOnly={!mayReadAll} search={callsRoute.useSearch()} onSearch={(search) => void navigate({ search })} />;
}

const analyticsRoute = getRouteApi('/in/shell/w/$slug/analytics');

export function AnalyticsScreen() {
  const { slug } = useWorkspace();
  const navigate = analyticsRoute.useNavigate();
  return <AnalyticsPage slug={slug} search={analyticsRoute.useSearch()} onSearch={(search) => void navigate({ search })} />;
}

const requestsRoute = getRouteApi('/in/shell/w/$slug/requests');

export function RequestsScreen() {
  const { slug } = useWorkspace();
  const navigate = requestsRoute.useNavigate();
  const maySee = useCanAny(['requests:create', 'exposures:write'], slug);
  if (!maySee) return <NoAccess words={permissionWords('requests:create', slug)} />;
  return <MyRequestsPage slug={slug} search={requestsRoute.useSearch()} onSearch={(search) => void navigate({ search, replace: true })} />;
}

const connectionsRoute = getRouteApi('/in/shell/w/$slug/connections');

export function ConnectionsScreen() {
  const { slug } = useWorkspace();
  const maySee = useCanAny(['credentials:write-own', 'exposures:write'], slug);
  const search = connectionsRoute.useSearch();
  return maySee ? <ConnectionsPage slug={slug} search={search} /> : <NoAccess words={permissionWords('credentials:write-own', slug)} />;
}

export function MembersScreen() {
  return <MembersPage slug={useWorkspace().slug} />;
}

export function LimitsScreen() {
  const { slug } = useWorkspace();
  return <LimitsPage slug={slug} tools={useToolNames(slug)} />;
}

const lockdownRoute = getRouteApi('/in/shell/w/$slug/lockdown');

export function LockdownScreen() {
  const { slug } = useWorkspace();
  const navigate = lockdownRoute.useNavigate();
  return <LockdownPage slug={slug} search={lockdownRoute.useSearch()} onSearch={(search) => void navigate({ search, replace: true })} />;
}

export function WorkspaceSettingsScreen() {
  const workspace = useWorkspace();
  const navigate = workspaceRoute.useNavigate();
  return (
    <WorkspaceSettingsPage
      key={`${workspace.id}-${workspace.version}`}
      workspace={workspace}
      records={<PolicyPanel slug={workspace.slug} />}
      onMoved={(slug) => void navigate({ to: '/w/$slug/settings', params: { slug } })}
      onDeleted={() => void navigate({ to: '/workspaces' })}
    />
  );
}
