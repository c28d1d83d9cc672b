import { SegmentedControl, Stack } from '@mantine/core';
import { IconPlug } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '../../../lib/permissions';
import { EmptyState } from '../../../patterns/empty-state';
import { Page } from '../../../patterns/page';
import { QueryView } from '../../../patterns/query-view';
import { Panel } from '../../../ui/panel';
import { exposuresQuery } from '../servers.queries';
import { CredentialForm } from './credential-form';
import { credentialsText } from './credentials.text';

const text = credentialsText.connections;

/** A member's own credentials for the servers of a workspace; whoever runs the workspace also sets those of all. */
export function ConnectionsPage({ slug }: { slug: string }) {
  const exposures = useQuery(exposuresQuery(slug));
  const mayShare = useCan('exposures:write', slug);
  const mayOwn = useCan('credentials:write-own', slug);
  const [chosen, setChosen] = useState<'me' | 'workspace'>('me');
  const of = mayShare && (chosen === 'workspace' || !mayOwn) ? 'workspace' : 'me';
  return (
    <Page title={text.title} lead={text.lead}>
      <Stack gap="lg">
        {mayShare && mayOwn && (
          <SegmentedControl
            aria-label={text.choose}
            value={of}
            onChange={(value) => setChosen(value as 'me' | 'workspace')}
            data={[
              { value: 'me', label: text.mine },
              { value: 'workspace', label: text.shared },
            ]}
          />
        )}
        <QueryView query={exposures}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState icon={IconPlug} title={text.emptyTitle}>
                {text.empty}
              </EmptyState>
            ) : (
              <Stack gap="lg">
                {rows.map(({ server }) => (
                  <Panel key={`${of} ${server.slug}`} title={server.name} description={of === 'me' ? text.mineLead : text.sharedLead} flush>
                    <CredentialForm source={{ of, server: server.slug, slug }} label={server.name} />
                  </Panel>
                ))}
              </Stack>
            )
          }
        </QueryView>
      </Stack>
    </Page>
  );
}
