import { ActionIcon, Badge, Group, Select, Stack, Text } from '@mantine/core';
import { IconSnowflake, IconUserMinus } from '@tabler/icons-react';
import { ROLES, type Role } from '@mcpnest/shared/permissions';
import type { Member } from '@mcpnest/api-client';
import type { Column } from '../../patterns/data-table';
import { TimeAgo } from '../../patterns/time-ago';
import { StatusDot } from '../../ui/status-dot';
import { workspacesText } from './workspaces.text';

const text = workspacesText.members;

export const who = (member: Member) => member.name ?? member.email;

interface RowActions {
  myId: string;
  mayWrite: boolean;
  onRole: (member: Member, role: Role) => void;
  onRemove: (member: Member) => void;
  onFreeze: ((member: Member) => void) | undefined;
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

/** The columns of the members of a workspace. */
export const memberColumns = ({ myId, mayWrite, onRole, onRemove, onFreeze }: RowActions): Column<Member>[] => [
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
        <Group gap={4} justify="flex-end" wrap="nowrap">
          {onFreeze && member.userId !== myId && (
            <ActionIcon variant="subtle" color="gray" aria-label={`${text.freeze} ${who(member)}`} onClick={() => onFreeze(member)}>
              <IconSnowflake size={16} />
            </ActionIcon>
          )}
          <ActionIcon variant="subtle" color="red" aria-label={`${text.remove} ${who(member)}`} onClick={() => onRemove(member)}>
            <IconUserMinus size={16} />
          </ActionIcon>
        </Group>
      ),
  },
];
