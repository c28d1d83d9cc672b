import { Badge, Code, Stack, Text } from '@mantine/core';
import type { PublishedPrompt, PublishedResource } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { DataTable, type Column } from '../../patterns/data-table';
import { QueryView } from '../../patterns/query-view';
import { Panel } from '../../ui/panel';
import { offersText as text } from './offers.text';
import { promptsQuery, resourcesQuery } from './servers.queries';
import { ListProblems } from './tool-notices';

function Titled({ name, title, description }: { name: ReactNode; title: string | null; description: string | null }) {
  return (
    <Stack gap={2}>
      {name}
      {title && <Text size="sm">{title}</Text>}
      {description && (
        <Text size="xs" c="dimmed" lineClamp={2}>
          {description}
        </Text>
      )}
    </Stack>
  );
}

const promptColumns: readonly Column<PublishedPrompt>[] = [
  {
    key: 'name',
    label: text.name,
    render: ({ name, prompt, title, description }) => (
      <Titled
        name={name === null ? <Badge color="gray">{text.hidden}</Badge> : <Code>{name}</Code>}
        title={title ?? (name === null ? prompt : null)}
        description={description}
      />
    ),
  },
  {
    key: 'arguments',
    label: text.arguments,
    render: ({ arguments: wanted }) => (
      <Text size="sm">{wanted.map(({ name, required }) => (required ? `${name} (${text.required})` : name)).join(', ') || '–'}</Text>
    ),
  },
  { key: 'server', label: text.server, render: ({ server }) => server },
];

const resourceColumns: readonly Column<PublishedResource>[] = [
  {
    key: 'uri',
    label: text.uri,
    render: ({ uri, originalUri, name, title, description }) => (
      <Titled
        name={<Code style={{ overflowWrap: 'anywhere' }}>{uri}</Code>}
        title={title ?? name}
        description={uri === originalUri ? description : text.ownUri(originalUri)}
      />
    ),
  },
  { key: 'kind', label: text.kind, render: ({ kind }) => text.kinds[kind] },
  { key: 'mimeType', label: text.mimeType, render: ({ mimeType }) => mimeType ?? '–' },
  { key: 'server', label: text.server, render: ({ server }) => server },
];

interface OfferListProps<Row> {
  title: string;
  lead: string;
  nothing: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
}

function OfferList<Row>({ title, lead, nothing, rows, columns, rowKey }: OfferListProps<Row>) {
  return (
    <Panel title={title} description={lead} flush={rows.length > 0}>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {nothing}
        </Text>
      ) : (
        <DataTable label={title} rows={rows} rowKey={rowKey} columns={columns} />
      )}
    </Panel>
  );
}

/** Prompts and resources of a workspace, as its clients see them. */
export function OffersTab({ slug }: { slug: string }) {
  const prompts = useQuery(promptsQuery(slug));
  const resources = useQuery(resourcesQuery(slug));
  return (
    <Stack gap="lg">
      <QueryView query={prompts}>
        {({ data, problems }) => (
          <>
            <ListProblems problems={problems} />
            <OfferList
              title={text.prompts}
              lead={text.promptsLead}
              nothing={text.noPrompts}
              rows={data}
              columns={promptColumns}
              rowKey={({ server, prompt }) => `${server}:${prompt}`}
            />
          </>
        )}
      </QueryView>
      <QueryView query={resources}>
        {({ data }) => (
          <OfferList
            title={text.resources}
            lead={text.resourcesLead}
            nothing={text.noResources}
            rows={data}
            columns={resourceColumns}
            rowKey={({ kind, server, originalUri }) => `${kind}:${server}:${originalUri}`}
          />
        )}
      </QueryView>
    </Stack>
  );
}
