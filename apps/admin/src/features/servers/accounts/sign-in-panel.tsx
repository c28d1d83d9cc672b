import { Button, Code, Group, Stack, Table } from '@mantine/core';
import type { SignInReport } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import { ProblemAlert } from '../../../patterns/problem-alert';
import { QueryView } from '../../../patterns/query-view';
import { Panel } from '../../../ui/panel';
import { AccountCard } from './account-card';
import { listAccountQuery } from './accounts.queries';
import { useTestSignIn } from './accounts.mutations';
import { accountsText } from './accounts.text';

const text = accountsText.list;

function Report({ report }: { report: SignInReport }) {
  const rows = [
    [text.issuer, <Code key="issuer">{report.issuer}</Code>],
    [text.resource, <Code key="resource">{report.resource}</Code>],
    [text.scopes, report.scopes.length === 0 ? text.noScopes : report.scopes.join(' ')],
    [text.client, report.client === null ? text.noClient : text.clients[report.client]],
    [text.redirect, <Code key="redirect">{report.redirectUri}</Code>],
  ] as const;
  return (
    <Table variant="vertical" layout="fixed">
      <Table.Tbody>
        {rows.map(([label, value]) => (
          <Table.Tr key={label}>
            <Table.Th w={220}>{label}</Table.Th>
            <Table.Td>{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** How people sign in to a server, tried before anybody does, and the account that it is listed with. */
export function SignInPanel({ server }: { server: string }) {
  const account = useQuery(listAccountQuery(server));
  const test = useTestSignIn(server);
  return (
    <>
      <Panel title={text.title} description={text.lead}>
        <Stack gap="md">
          <Group>
            <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
              {text.test}
            </Button>
          </Group>
          {test.error && <ProblemAlert error={test.error} />}
          {test.data && <Report report={test.data} />}
        </Stack>
      </Panel>
      <Panel title={text.accountTitle}>
        <QueryView query={account}>
          {(listed) => (
            <AccountCard account={listed} source={{ of: 'list', server }} lead={text.accountLead} disconnectLead={text.disconnectLead} />
          )}
        </QueryView>
      </Panel>
    </>
  );
}
