import { Code, Stack, Text } from '@mantine/core';
import {
  INSTALLATION_PERMISSIONS,
  PERMISSION_WORDS,
  ROLE_PERMISSIONS,
  ROLES,
  SIGNED_IN_PERMISSIONS,
  WORKSPACE_PERMISSIONS,
  type InstallationPermission,
  type Permission,
  type WorkspacePermission,
} from '@mcpnest/shared/permissions';
import type { ReactNode } from 'react';
import { useMe } from '../../../lib/session.queries';
import { DataTable, type Column } from '../../../patterns/data-table';
import { Page } from '../../../patterns/page';
import { Panel } from '../../../ui/panel';
import { Held } from './held';
import { permissionsText as text } from './permissions.text';

const nameColumn = {
  key: 'permission',
  label: text.permission,
  render: (permission: Permission) => (
    <Stack gap={2} align="flex-start">
      <Text size="sm">{PERMISSION_WORDS[permission]}</Text>
      <Code>{permission}</Code>
    </Stack>
  ),
};

const workspaceColumns: Column<WorkspacePermission>[] = [
  nameColumn,
  ...ROLES.map((role) => ({
    key: role,
    label: role,
    width: 110,
    render: (permission: WorkspacePermission) => <Held held={ROLE_PERMISSIONS[role].includes(permission)} />,
  })),
];

const installationColumns: Column<InstallationPermission>[] = [
  nameColumn,
  { key: 'operators', label: text.operators, width: 110, render: () => <Held held /> },
  {
    key: 'everybody',
    label: text.everybody,
    width: 110,
    render: (permission) => <Held held={SIGNED_IN_PERMISSIONS.includes(permission)} />,
  },
];

function Section({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <Stack gap="sm">
      <Text component="h2" fw={650}>
        {title}
      </Text>
      <Text size="sm" c="dimmed">
        {lead}
      </Text>
      <Panel flush>{children}</Panel>
    </Stack>
  );
}

/** Who may do what, from the one table that code and documents share. */
export function PermissionsPage({ tabs }: { tabs: ReactNode }) {
  const { operator, workspaces } = useMe();
  const roles = workspaces.flatMap(({ role, name }) => (role ? [text.in(role, name)] : []));
  const mine = [...(operator ? [text.operator] : []), ...roles];
  return (
    <Page title={text.title} lead={text.lead} trail={tabs}>
      <Text size="sm">
        {text.you} {mine.length > 0 ? mine.join(', ') : text.nobody}.
      </Text>
      <Section title={text.workspace} lead={text.workspaceLead}>
        <DataTable label={text.workspace} columns={workspaceColumns} rows={WORKSPACE_PERMISSIONS} rowKey={(permission) => permission} />
      </Section>
      <Section title={text.installation} lead={text.installationLead}>
        <DataTable
          label={text.installation}
          columns={installationColumns}
          rows={INSTALLATION_PERMISSIONS}
          rowKey={(permission) => permission}
        />
      </Section>
    </Page>
  );
}
