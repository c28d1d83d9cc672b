import { Badge, Group, Stack, Text } from '@mantine/core';
import type { Server } from '@mcpnest/api-client';
import { formatNumber } from '../../lib/format';
import { type Column } from '../../patterns/data-table';
import { AnchorLink } from '../../ui/links';
import { StatusDot } from '../../ui/status-dot';
import { RegistryNoticeBadge } from './registries/registry-notice';
import { serversText } from './servers.text';
import { addressOf, toolsOf } from './transport-words';
import { VersionBadge } from './version-badge';

const text = serversText.catalogue;

/** The columns of the catalogue. */
export const catalogueColumns: Column<Server>[] = [
  {
    key: 'name',
    label: text.name,
    render: (server) => (
      <Stack gap={0} maw={320}>
        <AnchorLink to="/catalogue/$server" params={{ server: server.slug }} fw={600} size="sm">
          {server.name}
        </AnchorLink>
        <RegistryNoticeBadge notice={server.registryNotice} />
        {server.description && (
          <Text size="xs" c="dimmed" lineClamp={1}>
            {server.description}
          </Text>
        )}
        {(server.owner !== null || server.tags.length > 0) && (
          <Group gap={4} mt={2}>
            {server.owner !== null && (
              <Text span size="xs" c="dimmed">
                {server.owner}
              </Text>
            )}
            {server.tags.map((tag) => (
              <Badge key={tag} variant="default" size="xs" tt="none">
                {tag}
              </Badge>
            ))}
          </Group>
        )}
      </Stack>
    ),
  },
  {
    key: 'transport',
    label: text.transport,
    render: ({ latestVersion }) =>
      latestVersion && (
        <Text size="xs" ff="monospace" truncate maw={280}>
          {addressOf(latestVersion.transport)}
        </Text>
      ),
  },
  { key: 'version', label: text.version, render: ({ latestVersion }) => latestVersion && <VersionBadge version={latestVersion} /> },
  {
    key: 'tools',
    label: text.tools,
    align: 'right',
    render: (server) => {
      const tools = toolsOf(server);
      return tools ? (
        formatNumber(tools.length)
      ) : (
        <Text size="xs" c="dimmed">
          {text.unknownTools}
        </Text>
      );
    },
  },
  {
    key: 'credentials',
    label: text.credentials,
    render: ({ credentialsSet }) =>
      credentialsSet === null ? (
        <Text size="sm" c="dimmed">
          {text.none}
        </Text>
      ) : (
        <StatusDot tone={credentialsSet ? 'good' : 'warn'} label={credentialsSet ? text.set : text.missing} />
      ),
  },
  {
    key: 'usedBy',
    label: text.usedBy,
    render: ({ exposedIn }) => (
      <Badge variant="default" tt="none">
        {text.workspaces(exposedIn)}
      </Badge>
    ),
  },
];
