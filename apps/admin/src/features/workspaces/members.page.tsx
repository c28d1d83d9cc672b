import { ActionIcon, Badge, Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconUserMinus, IconUserPlus } from '@tabler/icons-react';
import { ROLES, type Role } from '@mcpnest/shared/permissions';
import type { Member } from '@mcpnest/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '../../lib/permissions';
import { useMe } from '../../lib/session.queries';
import { ConfirmDanger } from '../../patterns/confirm-danger';
import { DataTable, type Column } from '../../patterns/data-table';
import { Page } from '../../patterns/page';
import { PermissionGate } from '../../patterns/permission-gate';
import { QueryView } from '../../patterns/query-view';
import { TimeAgo } from '../../patterns/time-ago';
import { Panel } from '../../ui/panel';
import { StatusDot } from '../../ui/status-dot';
import { MemberInvite } from './member-invite';
import { useChangeRole, useRemoveMember } from './members.mutations';
import { membersQuery } from './workspaces.queries';
import { workspacesText } from './workspaces.text';

const text = workspacesText.members;
const who = (member: Member) => member.name ?? member.email;

interface RowActions {
  myId: string;
  mayWrite: boolean;
  onRole: (member: Member, role: Role) => void;
  onRemove: (member: Member) => void;
}

function Person({ member, isMe }: { member: Member; isMe: boolean }) {
  return (
    <Stack gap={0}>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {who(member)}
        </Text>
        {isMe && (
          <Badge size="xs" variant="default" tt="none">
            {text.you}
          </Badge>
        )}
      </Group>
      {member.name && (
        <Text size="xs" c="dimmed">
          {member.email}
        </Text>
      )}
    </Stack>
  );
}

const columns = ({ myId, mayWrite, onRole, onRemove }: RowActions): Column<Member>[] => [
  { key: 'person', label: text.person, render: (member) => <Person member={member} isMe={member.userId === myId} /> },
  {
    key: 'role',
    label: text.role,
    width: 180,
    render: (member) =>
      mayWrite ? (
        <Select
          size="xs"
          data={[...ROLES]}
          value={member.role}
          allowDeselect={false}
          aria-label={text.roleFor(who(member))}
          onChange={(role) => role && onRole(member, role as Role)}
        />
      ) : (
        <Text size="sm">{member.role}</Text>
      ),
  },
  { key: 'state', label: text.state, render: ({ state }) => <StatusDot tone={state === 'active' ? 'good' : 'warn'} label={text[state]} /> },
  { key: 'joined', label: text.joined, render: ({ joinedAt }) => <TimeAgo at={joinedAt} never="–" /> },
  {
    key: 'actions',
    label: text.actions,
    quiet: true,
    align: 'right',
    render: (member) =>
      mayWrite && (
        <ActionIcon variant="subtle" color="red" aria-label={`${text.remove} ${who(member)}`} onClick={() => onRemove(member)}>
          <IconUserMinus size={16} />
        </ActionIcon>
      ),
  },
];

/** Who belongs to a workspace, in which role. */
export function MembersPage({ slug }: { slug: string }) {
  const members = useInfiniteQuery(membersQuery(slug));
  const changeRole = useChangeRole(slug);
  const remove = useRemoveMember(slug);
  const mayWrite = useCan('members:write', slug);
  const { id } = useMe();
  const [inviting, setInviting] = useState(false);
  const [removing, setRemoving] = useState<Member | null>(null);
  const close = () => {
    setRemoving(null);
    remove.reset();
  };
  const invite = (
    <PermissionGate permission="members:write" workspace={slug}>
      {(allowed) => (
        <Button leftSection={<IconUserPlus size={16} />} disabled={!allowed} onClick={() => setInviting(true)}>
          {text.invite}
        </Button>
      )}
    </PermissionGate>
  );
  const onRole = (member: Member, role: Role) => {
    if (member.userId) changeRole.mutate({ userId: member.userId, role });
  };
  return (
    <Page title={text.title} lead={text.lead} actions={invite}>
      <Panel flush>
        <QueryView query={members}>
          {({ pages }) => (
            <DataTable
              label={text.title}
              columns={columns({ myId: id, mayWrite, onRole, onRemove: setRemoving })}
              rows={pages.flatMap((page) => page.data)}
              rowKey={({ email }) => email}
              onMore={members.hasNextPage ? () => void members.fetchNextPage() : undefined}
              loadingMore={members.isFetchingNextPage}
            />
          )}
        </QueryView>
      </Panel>
      <MemberInvite slug={slug} opened={inviting} onClose={() => setInviting(false)} />
      <ConfirmDanger
        opened={removing !== null}
        onClose={close}
        title={text.removeTitle(removing ? who(removing) : '')}
        confirmLabel={text.remove}
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => removing?.userId && remove.mutate(removing.userId, { onSuccess: close })}
      >
        {text.removeLead}
      </ConfirmDanger>
    </Page>
  );
}
