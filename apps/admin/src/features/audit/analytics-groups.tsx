import { SimpleGrid, Text } from '@mantine/core';
import type { CallAnalytics } from '@mcpnest/api-client';
import { formatNumber } from '../../lib/format';
import { DataTable, type Column } from '../../patterns/data-table';
import { Panel } from '../../ui/panel';
import { auditText } from './audit.text';
import { CallsLink } from './calls-link';
import type { CallsSearch } from './calls-search';

const text = auditText.analytics;

type Group = CallAnalytics['servers'][number];
/** Which filter a group's value goes into. */
const FILTERS = {
  workspaces: 'workspace',
  servers: 'server',
  tools: 'tool',
  people: 'person',
  tokens: 'token',
  clients: 'client',
  revisions: 'revision',
  byOutcome: 'outcome',
} as const;
type Kind = keyof typeof FILTERS;

interface GroupsProps {
  slug: string | null;
  analytics: CallAnalytics;
  /** The filters in force, with the very period that was counted. */
  search: CallsSearch;
}

const columnsOf = (kind: Kind, slug: string | null, search: CallsSearch): Column<Group>[] => {
  const narrowed = ({ value, within }: Group): CallsSearch => ({
    ...search,
    [FILTERS[kind]]: value ?? undefined,
    ...(within ? { server: within } : {}),
  });
  const linked = (group: Group, search: CallsSearch, shown: number) =>
    group.value === null ? (
      formatNumber(shown)
    ) : (
      <CallsLink slug={slug} search={search}>
        {formatNumber(shown)}
      </CallsLink>
    );
  return [
    {
      key: 'name',
      label: text.name,
      render: ({ label, within }) => (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {kind === 'byOutcome' ? (auditText.calls.outcomes[label] ?? label) : label}
          {within && (
            <Text span size="xs" c="dimmed">
              {' '}
              {within}
            </Text>
          )}
        </Text>
      ),
    },
    { key: 'calls', label: text.calls, align: 'right', width: 90, render: (group) => linked(group, narrowed(group), group.calls) },
    {
      key: 'failed',
      label: text.failed,
      align: 'right',
      width: 90,
      render: (group) =>
        kind === 'byOutcome' ? formatNumber(group.failed) : linked(group, { ...narrowed(group), outcome: 'failed' }, group.failed),
    },
  ];
};

/** Who and what most, ten of each. */
export function AnalyticsGroups({ slug, analytics, search }: GroupsProps) {
  const kinds = (Object.keys(FILTERS) as Kind[]).filter((kind) => kind !== 'workspaces' || slug === null);
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
      {kinds.map((kind) => (
        <Panel key={kind} title={text.top[kind]} flush>
          <DataTable
            label={text.top[kind]}
            columns={columnsOf(kind, slug, search)}
            rows={analytics[kind]}
            rowKey={({ value, within }) => `${within ?? ''}:${value ?? ''}`}
          />
        </Panel>
      ))}
    </SimpleGrid>
  );
}
