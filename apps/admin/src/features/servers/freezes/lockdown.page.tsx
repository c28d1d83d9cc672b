import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconSnowflake } from '@tabler/icons-react';
import type { FreezeInForce } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useCan } from '../../../lib/permissions';
import { ConfirmDanger } from '../../../patterns/confirm-danger';
import { DataTable, type Column } from '../../../patterns/data-table';
import { EmptyState } from '../../../patterns/empty-state';
import { Page } from '../../../patterns/page';
import { QueryView } from '../../../patterns/query-view';
import { TimeAgo } from '../../../patterns/time-ago';
import type { FreezeKind } from '../../../patterns/use-freeze';
import { Panel } from '../../../ui/panel';
import { FreezeForm } from './freeze-form';
import { useLifting } from './freezes.mutations';
import { freezesQuery } from './freezes.queries';
import { freezesText as text } from './freezes.text';

export interface LockdownSearch {
  kind?: FreezeKind | undefined;
  subject?: string | undefined;
  new?: true | undefined;
}

interface LockdownPageProps {
  /** Null: the whole installation. */
  slug: string | null;
  search: LockdownSearch;
  onSearch: (search: LockdownSearch) => void;
  trail?: ReactNode;
}

const columns = (onLift: ((freeze: FreezeInForce) => void) | undefined): Column<FreezeInForce>[] => [
  {
    key: 'what',
    label: text.kind,
    render: ({ kind, subjectName, reason }) => (
      <Stack gap={2}>
        <Group gap="xs">
          <Badge size="sm" variant="light" color="blue">
            {text.kindWords[kind]}
          </Badge>
          <Text size="sm" fw={600}>
            {subjectName}
          </Text>
        </Group>
        <Text size="sm" c="dimmed" maw={520}>
          {reason}
        </Text>
      </Stack>
    ),
  },
  { key: 'where', label: text.where, render: ({ everywhere }) => <Text size="sm">{everywhere ? text.everywhere : text.here}</Text> },
  { key: 'by', label: text.by, render: ({ createdBy }) => <Text size="sm">{createdBy}</Text> },
  { key: 'since', label: text.since, render: ({ createdAt }) => <TimeAgo at={createdAt} /> },
  {
    key: 'actions',
    label: text.actions,
    quiet: true,
    align: 'right',
    render: (freeze) =>
      onLift && (
        <Button size="compact-sm" variant="default" aria-label={`${text.lift} ${freeze.subjectName}`} onClick={() => onLift(freeze)}>
          {text.lift}
        </Button>
      ),
  },
];

/** What is frozen, by whom and why, and the switch itself. */
export function LockdownPage({ slug, search, onSearch, trail }: LockdownPageProps) {
  const freezes = useQuery(freezesQuery(slug));
  const mayAll = useCan('lockdown:write');
  const mayHere = useCan('freezes:write', slug ?? undefined);
  const mayFreeze = slug === null ? mayAll : mayHere;
  const lift = useLifting(slug);
  const [lifting, setLifting] = useState<FreezeInForce | null>(null);
  const close = () => {
    setLifting(null);
    lift.reset();
  };
  const action = (
    <Button color="red" leftSection={<IconSnowflake size={16} />} disabled={!mayFreeze} onClick={() => onSearch({ new: true })}>
      {text.freeze}
    </Button>
  );
  return (
    <Page title={text.title} lead={slug === null ? text.leadAll : text.lead} actions={action} {...(trail ? { trail } : {})}>
      <Panel flush>
        <QueryView query={freezes}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState icon={IconSnowflake} title={text.emptyTitle}>
                {text.empty}
              </EmptyState>
            ) : (
              <DataTable label={text.title} columns={columns(mayFreeze ? setLifting : undefined)} rows={rows} rowKey={({ id }) => id} />
            )
          }
        </QueryView>
      </Panel>
      <FreezeForm
        key={`${search.kind ?? ''} ${search.subject ?? ''}`}
        slug={slug}
        opened={mayFreeze && (search.new === true || search.kind !== undefined)}
        onClose={() => onSearch({})}
        kind={search.kind}
        subject={search.subject}
      />
      <ConfirmDanger
        opened={lifting !== null}
        onClose={close}
        title={text.liftTitle(lifting?.subjectName ?? '')}
        confirmLabel={text.lift}
        pending={lift.isPending}
        error={lift.error}
        onConfirm={() =>
          lifting &&
          lift.mutate(lifting.id, {
            onSuccess: () => {
              notifications.show({ color: 'teal', message: text.lifted(lifting.subjectName) });
              close();
            },
          })
        }
      >
        {text.liftLead}
      </ConfirmDanger>
    </Page>
  );
}
