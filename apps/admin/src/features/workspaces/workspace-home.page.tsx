import { Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import type { Workspace } from '@mcpnest/api-client';
import type { ReactNode } from 'react';
import { formatNumber } from '../../lib/format';
import { Page } from '../../patterns/page';
import { CopyTextButton } from '../../ui/copy-button';
import { ButtonLink } from '../../ui/links';
import { Panel } from '../../ui/panel';
import classes from './workspace-home.module.css';
import { workspacesText } from './workspaces.text';

const text = workspacesText.home;

interface WorkspaceHomePageProps {
  workspace: Workspace;
  /** The table of exposed servers. */
  servers: ReactNode;
  /** Who called last. */
  clients: ReactNode;
  /** A hint above all, such as an unfinished guided start. */
  notice?: ReactNode;
}

const tiles = ({ counts, limits }: Workspace): [string, number][] => [
  [text.counts.servers, counts.servers],
  [text.counts.tokens, counts.tokens],
  [text.counts.members, counts.members],
  [text.counts.limit, limits.ratePerSecond],
];

/** The front door of a workspace: its URL, what is behind it and who uses it. */
export function WorkspaceHomePage({ workspace, servers, clients, notice }: WorkspaceHomePageProps) {
  const { slug, gatewayUrl } = workspace;
  return (
    <Page title={workspace.name}>
      {notice}
      <Panel>
        <Stack gap="sm">
          <Text size="sm" fw={600} c="dimmed">
            {text.url}
          </Text>
          <Group justify="space-between" gap="md">
            <code className={classes['url']} data-testid="gateway-url">
              {gatewayUrl}
            </code>
            <Group gap="sm">
              <CopyTextButton value={gatewayUrl} what={text.url} variant="default" />
              <ButtonLink to="/w/$slug/connect" params={{ slug }} leftSection={<IconPlugConnected size={16} />}>
                {text.connect}
              </ButtonLink>
            </Group>
          </Group>
          <Text size="sm" c="dimmed">
            {text.urlHint}
          </Text>
        </Stack>
      </Panel>
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="md" component="dl" m={0}>
        {tiles(workspace).map(([label, value]) => (
          <div key={label} className={classes['tile']}>
            <Text component="dt" size="xs" c="dimmed">
              {label}
            </Text>
            <Text component="dd" m={0} className={classes['figure'] ?? ''}>
              {formatNumber(value)}
            </Text>
          </div>
        ))}
      </SimpleGrid>
      {servers}
      {clients}
    </Page>
  );
}
