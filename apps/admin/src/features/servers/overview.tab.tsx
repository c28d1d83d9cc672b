import { Anchor, Badge, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import type { Server } from '@mcpnest/api-client';
import { useState, type ReactNode } from 'react';
import { useCan } from '../../lib/permissions';
import { ConfirmDanger } from '../../patterns/confirm-danger';
import { PermissionGate } from '../../patterns/permission-gate';
import { TimeAgo } from '../../patterns/time-ago';
import { Panel } from '../../ui/panel';
import { factsText } from './browse/browse.text';
import { LockPolicy } from './changes/lock-policy';
import { ConnectionTest } from './connection-test';
import { LocalState } from './local-state';
import { PublishServer } from './publish-server';
import { ReachLine } from './reach/reach-line';
import { ShownIn } from './reach/shown-in';
import { RegistryNotice } from './registries/registry-notice';
import { useDeleteServer } from './servers.mutations';
import { serversText } from './servers.text';
import { addressOf, choicesOf } from './transport-words';

const text = serversText.detail;

function Facts({ rows }: { rows: [string, ReactNode][] }) {
  return (
    <SimpleGrid component="dl" cols={{ base: 1, xs: 2 }} spacing="md" m={0}>
      {rows.map(([label, value]) => (
        <div key={label}>
          <Text component="dt" size="xs" c="dimmed">
            {label}
          </Text>
          <Text component="dd" m={0} size="sm" style={{ overflowWrap: 'anywhere' }}>
            {value}
          </Text>
        </div>
      ))}
    </SimpleGrid>
  );
}

/** What the company knows about it; what is not known is left out. */
function knownFacts({ owner, purpose, dataTouched, documentationUrl, tags, source }: Server): [string, ReactNode][] {
  const rows: [string, ReactNode][] = [
    [factsText.owner, owner],
    [factsText.purpose, purpose],
    [factsText.dataTouched, dataTouched],
    [
      factsText.documentationUrl,
      documentationUrl && (
        <Anchor href={documentationUrl} target="_blank" rel="noreferrer noopener" size="sm">
          {documentationUrl}
        </Anchor>
      ),
    ],
    [
      factsText.tags,
      tags.length > 0 && (
        <Group gap={4} component="span">
          {tags.map((tag) => (
            <Badge key={tag} variant="default" tt="none">
              {tag}
            </Badge>
          ))}
        </Group>
      ),
    ],
    [
      factsText.source,
      source ? [factsText.sources[source.kind], source.name, source.version].filter(Boolean).join(' · ') : factsText.byHand,
    ],
  ];
  return rows.filter(([, value]) => Boolean(value));
}

/** What a server is, whether it answers, who uses it, and its end. */
export function OverviewTab({ server, onDeleted }: { server: Server; onDeleted: () => void }) {
  const remove = useDeleteServer(server.slug);
  const [removing, setRemoving] = useState(false);
  const [publishing, setPublishing] = useState(false);
  const mayTest = useCan('servers:write');
  const { latestVersion: version } = server;
  return (
    <Stack gap="lg">
      <RegistryNotice notice={server.registryNotice} />
      <Panel
        title={text.about}
        actions={
          <Button size="xs" variant="light" disabled={version?.state !== 'approved'} onClick={() => setPublishing(true)}>
            {text.publish}
          </Button>
        }
      >
        <Facts
          rows={[
            [text.type, version ? text.types[version.transport.type] : '–'],
            [text.url, version ? addressOf(version.transport) : '–'],
            ...(version ? choicesOf(version.transport) : []),
            ...knownFacts(server),
            [text.usedBy, server.exposedIn === 0 ? text.unused : serversText.catalogue.workspaces(server.exposedIn)],
            [text.created, <TimeAgo key="created" at={server.createdAt} />],
            [text.updated, <TimeAgo key="updated" at={server.updatedAt} />],
          ]}
        />
      </Panel>
      {version && mayTest && (
        <Panel title={serversText.test.title}>
          <ConnectionTest request={{ transport: version.transport, server: server.slug }} />
        </Panel>
      )}
      <ShownIn server={server.slug} />
      {version?.transport.type === 'stdio' && (
        <LocalState slug={server.slug} spec={version.transport.package ?? null} scripts={version.transport.scripts ?? []} />
      )}
      <LockPolicy server={server} />
      <Panel title={text.remove} description={text.removeLead} tone="danger">
        <PermissionGate permission="servers:write">
          {(allowed) => (
            <Button color="red" variant="light" disabled={!allowed} onClick={() => setRemoving(true)}>
              {text.remove}
            </Button>
          )}
        </PermissionGate>
      </Panel>
      {publishing && <PublishServer server={server} onClose={() => setPublishing(false)} />}
      <ConfirmDanger
        opened={removing}
        onClose={() => setRemoving(false)}
        title={text.remove}
        confirmLabel={text.remove}
        word={server.slug}
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate(undefined, { onSuccess: onDeleted })}
      >
        <ReachLine server={server.slug} /> {text.removeLead}
      </ConfirmDanger>
    </Stack>
  );
}
