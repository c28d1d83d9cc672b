import { Button, Group, Stack, Tabs, Text } from '@mantine/core';
import { IconEdit } from '@tabler/icons-react';
import type { Server } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Page } from '../../patterns/page';
import { PermissionGate, permissionWords } from '../../patterns/permission-gate';
import { QueryView } from '../../patterns/query-view';
import { AnchorLink } from '../../ui/links';
import type { AccountSearch } from './accounts/accounts-search';
import { ChangesTab } from './changes/changes.tab';
import { CredentialsTab } from './credentials/credentials.tab';
import { OverviewTab } from './overview.tab';
import { ServerEdit } from './server-edit';
import { ServerToolsTab } from './server-tools.tab';
import { serverQuery } from './servers.queries';
import { serversText } from './servers.text';
import { VersionBadge } from './version-badge';
import { VersionsTab } from './versions.tab';

const text = serversText.detail;

export const SERVER_TABS = ['overview', 'tools', 'versions', 'changes', 'credentials'] as const;
export type ServerTab = (typeof SERVER_TABS)[number];

interface ServerDetailPageProps {
  slug: string;
  tab: ServerTab;
  /** How a connection ended that began on this page. */
  outcome: AccountSearch;
  onTab: (tab: ServerTab) => void;
  onMoved: (slug: string) => void;
  onDeleted: () => void;
}

type TabBodyProps = Pick<ServerDetailPageProps, 'tab' | 'outcome' | 'onDeleted'> & { server: Server };

/** Whether people connect accounts of their own to it. */
const isForPeople = ({ latestVersion }: Server): boolean => {
  const transport = latestVersion?.transport;
  return transport !== undefined && 'auth' in transport && transport.auth?.type === 'oauth-member';
};

function TabBody({ server, tab, outcome, onDeleted }: TabBodyProps) {
  switch (tab) {
    case 'overview':
      return <OverviewTab server={server} onDeleted={onDeleted} />;
    case 'tools':
      return <ServerToolsTab server={server} />;
    case 'versions':
      return <VersionsTab server={server} />;
    case 'changes':
      return (
        <PermissionGate permission="versions:approve">
          {(allowed) => (allowed ? <ChangesTab server={server} /> : <Text>{permissionWords('versions:approve')}</Text>)}
        </PermissionGate>
      );
    case 'credentials':
      return (
        <PermissionGate permission="credentials:write">
          {(allowed) =>
            allowed ? (
              <CredentialsTab slug={server.slug} isForPeople={isForPeople(server)} search={outcome} />
            ) : (
              <Text>{permissionWords('credentials:write')}</Text>
            )
          }
        </PermissionGate>
      );
  }
}

/** One server of the catalogue. */
export function ServerDetailPage({ slug, tab, outcome, onTab, onMoved, onDeleted }: ServerDetailPageProps) {
  const query = useQuery(serverQuery(slug));
  const [editing, setEditing] = useState(false);
  const { data } = query;
  const trail = (
    <AnchorLink to="/catalogue" size="sm">
      {text.back}
    </AnchorLink>
  );
  const actions = data && (
    <Group gap="sm">
      {data.latestVersion && <VersionBadge version={data.latestVersion} />}
      <PermissionGate permission="servers:write">
        {(allowed) => (
          <Button variant="default" leftSection={<IconEdit size={16} />} disabled={!allowed} onClick={() => setEditing(true)}>
            {text.edit}
          </Button>
        )}
      </PermissionGate>
    </Group>
  );
  return (
    <Page title={data?.name ?? slug} lead={data?.description ?? undefined} trail={trail} actions={actions}>
      <QueryView query={query}>
        {(server) => (
          <Stack gap="lg">
            <Tabs value={tab} onChange={(value) => onTab((value ?? 'overview') as ServerTab)} keepMounted={false}>
              <Tabs.List mb="lg" style={{ flexWrap: 'nowrap', overflowX: 'auto' }}>
                {SERVER_TABS.map((one) => (
                  <Tabs.Tab key={one} value={one}>
                    {text.tabs[one]}
                  </Tabs.Tab>
                ))}
              </Tabs.List>
              {SERVER_TABS.map((one) => (
                <Tabs.Panel key={one} value={one}>
                  <TabBody server={server} tab={one} outcome={outcome} onDeleted={onDeleted} />
                </Tabs.Panel>
              ))}
            </Tabs>
            {editing && <ServerEdit server={server} onClose={() => setEditing(false)} onMoved={onMoved} />}
          </Stack>
        )}
      </QueryView>
    </Page>
  );
}
