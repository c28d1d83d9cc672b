import { Button, Group, Stack, Text } from '@mantine/core';
import type { EffectiveLimit } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '../../../lib/permissions';
import { DataTable } from '../../../patterns/data-table';
import { Page } from '../../../patterns/page';
import { PermissionGate } from '../../../patterns/permission-gate';
import { QueryView } from '../../../patterns/query-view';
import { Panel } from '../../../ui/panel';
import { limitColumns } from './limit-columns';
import { LimitForm } from './limit-form';
import { limitsQuery, useSetLimit } from './limits.queries';
import { limitsText } from './limits.text';

const text = limitsText;
const GENERAL: ReadonlySet<EffectiveLimit['scope']> = new Set(['workspace', 'each-token', 'each-address']);

interface LimitsPageProps {
  slug: string;
  /** `server:tool` and `server:*` to choose from. */
  tools: readonly string[];
}

/** What everything in a workspace may do, where each number comes from, and how much of the day is used. */
export function LimitsPage({ slug, tools }: LimitsPageProps) {
  const limits = useQuery(limitsQuery(slug));
  const set = useSetLimit(slug);
  const mayChange = useCan('workspace:update', slug);
  const [edited, setEdited] = useState<EffectiveLimit | 'tool' | null>(null);
  const columns = limitColumns({
    mayChange,
    onEdit: setEdited,
    onClear: ({ scope, subject }) => set.mutate({ scope, subject }),
  });
  const table = (title: string, rows: readonly EffectiveLimit[], empty: string) => (
    <Panel title={title} flush={rows.length > 0}>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {empty}
        </Text>
      ) : (
        <DataTable label={title} rows={rows} rowKey={({ scope, subject }) => `${scope} ${subject ?? ''}`} columns={columns} />
      )}
    </Panel>
  );
  const add = (
    <PermissionGate permission="workspace:update" workspace={slug}>
      {(allowed) => (
        <Button disabled={!allowed} onClick={() => setEdited('tool')}>
          {text.add}
        </Button>
      )}
    </PermissionGate>
  );
  return (
    <Page title={text.title} lead={text.lead} actions={add} width="wide">
      <QueryView query={limits}>
        {(rows) => (
          <Stack gap="lg">
            {table(
              text.general,
              rows.filter(({ scope }) => GENERAL.has(scope)),
              '',
            )}
            {table(
              text.tools,
              rows.filter(({ scope }) => scope === 'tool'),
              text.toolsEmpty,
            )}
            {table(
              text.tokens,
              rows.filter(({ scope }) => scope === 'token'),
              text.tokensEmpty,
            )}
            <Group>
              <Text size="xs" c="dimmed">
                {text.quotaHint}
              </Text>
            </Group>
          </Stack>
        )}
      </QueryView>
      {edited !== null && (
        <LimitForm slug={slug} {...(edited !== 'tool' && { limit: edited })} tools={tools} onClose={() => setEdited(null)} />
      )}
    </Page>
  );
}
