import { Badge, Group, Stack, Text } from '@mantine/core';
import type { PersonView } from '@mcpnest/api-client';
import type { Column } from '../../../patterns/data-table';
import { TimeAgo } from '../../../patterns/time-ago';
import { StatusDot } from '../../../ui/status-dot';
import { peopleText as text } from './people.text';
import { PersonMenu } from './person-menu';

const TONES = { active: 'good', invited: 'warn', deactivated: 'bad' } as const;

function Person({ person, isMe }: { person: PersonView; isMe: boolean }) {
  const marks = [...(person.operator ? [text.operator] : []), ...(isMe ? [text.you] : [])];
  return (
    <Stack gap={0}>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {person.name ?? person.email}
        </Text>
        {marks.map((mark) => (
          <Badge key={mark} size="xs" variant="default" tt="none">
            {mark}
          </Badge>
        ))}
      </Group>
      {person.name && (
        <Text size="xs" c="dimmed">
          {person.email}
        </Text>
      )}
    </Stack>
  );
}

const rolesOf = ({ workspaces }: PersonView): string => workspaces.map(({ name, role }) => `${name}: ${role}`).join(', ');
const holdingsOf = ({ tokens, apiKeys }: PersonView): string =>
  [...(tokens > 0 ? [text.tokens(tokens)] : []), ...(apiKeys > 0 ? [text.keys(apiKeys)] : [])].join(', ');

export const peopleColumns = (myId: string, onEnd: (person: PersonView, way: 'deactivate' | 'remove') => void): Column<PersonView>[] => [
  { key: 'person', label: text.person, render: (person) => <Person person={person} isMe={person.id === myId} /> },
  {
    key: 'roles',
    label: text.roles,
    render: (person) => (
      <Text size="sm" {...(person.workspaces.length === 0 ? { c: 'dimmed' } : {})}>
        {rolesOf(person) || text.noRoles}
      </Text>
    ),
  },
  { key: 'holds', label: text.holds, render: (person) => <Text size="sm">{holdingsOf(person) || '–'}</Text> },
  { key: 'active', label: text.active, render: ({ lastActiveAt }) => <TimeAgo at={lastActiveAt} never={text.never} /> },
  { key: 'state', label: text.state, render: ({ state }) => <StatusDot tone={TONES[state]} label={text.states[state]} /> },
  {
    key: 'actions',
    label: text.actions,
    quiet: true,
    align: 'right',
    render: (person) => <PersonMenu person={person} onEnd={(way) => onEnd(person, way)} />,
  },
];
