import { SegmentedControl, Stack } from '@mantine/core';
import { IconPlug } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '../../../lib/permissions';
import { EmptyState } from '../../../patterns/empty-state';
import { Page } from '../../../patterns/page';
import { QueryView } from '../../../patterns/query-view';
import { Panel } from '../../../ui/panel';
import type { ServerAccountView } from '@mcpnest/api-client';
import { AccountCard } from '../accounts/account-card';
import { AccountOutcome } from '../accounts/account-outcome';
import type { AccountSearch } from '../accounts/accounts-search';
import { ownAccountsQuery } from '../accounts/accounts.queries';
import { accountsText } from '../accounts/accounts.text';
import { exposuresQuery } from '../servers.queries';
import { CredentialForm } from './credential-form';
import { OverrideHistory } from './credential-history';
import { credentialsText } from './credentials.text';

const text = credentialsText.connections;

interface ServerConnectionProps {
  of: 'me' | 'workspace';
  slug: string;
  server: { slug: string; name: string };
  /** Of a server that wants accounts. */
  account: ServerAccountView | undefined;
}

/** What somebody has for one server: an account, where it wants one, and values of its slots. */
function ServerConnection({ of, slug, server, account }: ServerConnectionProps) {
  const holder = { of, server: server.slug, slug } as const;
  const form = (
    <>
      <CredentialForm source={holder} label={server.name} isOptional={account !== undefined} />
      <OverrideHistory source={holder} />
    </>
  );
  if (!account)
    return (
      <Panel title={server.name} description={of === 'me' ? text.mineLead : text.sharedLead} flush>
        {form}
      </Panel>
    );
  const source = { of: 'me', slug, server: server.slug } as const;
  return (
    <Panel title={server.name}>
      <AccountCard account={account} source={source} lead={accountsText.lead} disconnectLead={accountsText.disconnectLead} />
      {form}
    </Panel>
  );
}

/** A member's own credentials for the servers of a workspace; whoever runs the workspace also sets those of all. */
export function ConnectionsPage({ slug, search }: { slug: string; search: AccountSearch }) {
  const exposures = useQuery(exposuresQuery(slug));
  const mayShare = useCan('exposures:write', slug);
  const mayOwn = useCan('credentials:write-own', slug);
  const accounts = useQuery({ ...ownAccountsQuery(slug), enabled: mayOwn });
  const [chosen, setChosen] = useState<'me' | 'workspace'>('me');
  const of = mayShare && (chosen === 'workspace' || !mayOwn) ? 'workspace' : 'me';
  return (
    <Page title={text.title} lead={text.lead}>
      <Stack gap="lg">
        <AccountOutcome {...search} />
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
                  <ServerConnection
                    key={`${of} ${server.slug}`}
                    {...{ of, slug, server }}
                    account={of === 'me' ? accounts.data?.find((one) => one.server.slug === server.slug) : undefined}
                  />
                ))}
              </Stack>
            )
          }
        </QueryView>
      </Stack>
    </Page>
  );
}
