import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Server, Version } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '../../lib/permissions';
import { DataTable } from '../../patterns/data-table';
import { PermissionGate } from '../../patterns/permission-gate';
import { QueryView } from '../../patterns/query-view';
import { Panel } from '../../ui/panel';
import type { Decision } from './servers.mutations';
import { versionsQuery } from './servers.queries';
import { serversText } from './servers.text';
import { VersionCompare } from './upgrade/version-compare';
import { VersionUse } from './upgrade/version-use';
import { versionColumns } from './version-columns';
import { VersionCreate } from './version-create';
import { VersionDecide } from './version-decide';
import { VersionHistory } from './version-history';
import { AskLink } from './requests/ask-link';

const text = serversText.versions;

/** The life of a server: every version, newest first. */
export function VersionsTab({ server }: { server: Server }) {
  const versions = useQuery(versionsQuery(server.slug));
  const mayDecide = useCan('versions:approve');
  const [creating, setCreating] = useState(false);
  const [comparing, setComparing] = useState<number | null>(null);
  const [using, setUsing] = useState<Version | null>(null);
  const [deciding, setDeciding] = useState<{ version: Version; decision: Decision } | null>(null);
  const add = (
    <PermissionGate permission="servers:write">
      {(allowed) => (
        <Button variant="default" leftSection={<IconPlus size={16} />} disabled={!allowed} onClick={() => setCreating(true)}>
          {text.add}
        </Button>
      )}
    </PermissionGate>
  );
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Text size="sm" c="dimmed" maw={560}>
          {text.lead}
        </Text>
        <AskLink ask="version" server={server.slug} unless="servers:write" otherwise={add}>
          {text.ask}
        </AskLink>
      </Group>
      <Panel flush>
        <QueryView query={versions}>
          {(rows) => (
            <DataTable
              label={serversText.detail.tabs.versions}
              columns={versionColumns({
                mayDecide,
                onDecide: (version, decision) => setDeciding({ version, decision }),
                onCompare: ({ number }) => setComparing(number),
                onUse: setUsing,
              })}
              rows={rows}
              rowKey={({ number }) => String(number)}
            />
          )}
        </QueryView>
      </Panel>
      <VersionHistory server={server.slug} />
      {creating && <VersionCreate server={server} onClose={() => setCreating(false)} />}
      {comparing !== null && versions.data && (
        <VersionCompare server={server} versions={versions.data} number={comparing} onClose={() => setComparing(null)} />
      )}
      {using && <VersionUse server={server} version={using} onClose={() => setUsing(null)} />}
      {deciding && <VersionDecide server={server} {...deciding} onClose={() => setDeciding(null)} />}
    </Stack>
  );
}
