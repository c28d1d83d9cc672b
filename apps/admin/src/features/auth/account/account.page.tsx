import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ConsoleSession } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { DataTable, type Column } from '../../../patterns/data-table';
import { Page } from '../../../patterns/page';
import { QueryView } from '../../../patterns/query-view';
import { TimeAgo } from '../../../patterns/time-ago';
import { Panel } from '../../../ui/panel';
import { useEndOtherSessions, useEndSession } from './account.mutations';
import { mySessionsQuery } from './account.queries';
import { accountText as text } from './account.text';
import { browserWords } from './browser-words';
import { PasswordForm } from './password-form';

const nameOf = ({ userAgent }: ConsoleSession) => browserWords(userAgent, text.unknown);

const columns = (onEnd: (id: string) => void): Column<ConsoleSession>[] => [
  {
    key: 'browser',
    label: text.browser,
    render: (session) => (
      <Stack gap={0}>
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {nameOf(session)}
          </Text>
          {session.current && (
            <Badge size="xs" variant="default" tt="none">
              {text.here}
            </Badge>
          )}
        </Group>
        <Text size="xs" c="dimmed">
          {text.by[session.method]}
        </Text>
      </Stack>
    ),
  },
  { key: 'address', label: text.address, render: ({ address }) => <Text size="sm">{address ?? '–'}</Text> },
  { key: 'seen', label: text.seen, render: ({ lastSeenAt }) => <TimeAgo at={lastSeenAt} /> },
  { key: 'created', label: text.created, render: ({ createdAt }) => <TimeAgo at={createdAt} /> },
  {
    key: 'actions',
    label: text.actions,
    quiet: true,
    align: 'right',
    render: (session) =>
      !session.current && (
        <Button size="xs" variant="subtle" color="red" aria-label={text.endOne(nameOf(session))} onClick={() => onEnd(session.id)}>
          {text.end}
        </Button>
      ),
  },
];

/** One's own sessions and password. `tabs` is the navigation of the settings. */
export function AccountPage({ tabs }: { tabs: ReactNode }) {
  const sessions = useQuery(mySessionsQuery);
  const end = useEndSession();
  const endOthers = useEndOtherSessions();
  const others = (
    <Button
      size="xs"
      variant="default"
      loading={endOthers.isPending}
      disabled={(sessions.data?.length ?? 0) < 2}
      onClick={() => endOthers.mutate(undefined, { onSuccess: () => notifications.show({ color: 'teal', message: text.ended }) })}
    >
      {text.endOthers}
    </Button>
  );
  return (
    <Page title={text.title} lead={text.lead} trail={tabs}>
      <Panel title={text.sessions} description={text.sessionsLead} actions={others} flush>
        <QueryView query={sessions}>
          {(rows) => <DataTable label={text.sessions} columns={columns((id) => end.mutate(id))} rows={rows} rowKey={({ id }) => id} />}
        </QueryView>
      </Panel>
      <Panel title={text.password} description={text.passwordLead}>
        <PasswordForm />
      </Panel>
    </Page>
  );
}
