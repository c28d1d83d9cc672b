import { ActionIcon, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDots } from '@tabler/icons-react';
import type { PersonView } from '@mcpnest/api-client';
import { useChangePerson, useSignOutPerson } from './people.mutations';
import { peopleText as text } from './people.text';

/** What an operator can do with one person. */
export function PersonMenu({ person, onEnd }: { person: PersonView; onEnd: (way: 'deactivate' | 'remove') => void }) {
  const change = useChangePerson();
  const signOut = useSignOutPerson();
  const userId = person.id;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={text.menu(person.name ?? person.email)}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {person.state === 'active' && (
          <>
            <Menu.Item onClick={() => change.mutate({ userId, operator: !person.operator })}>
              {person.operator ? text.unmakeOperator : text.makeOperator}
            </Menu.Item>
            <Menu.Item
              onClick={() => signOut.mutate(userId, { onSuccess: () => notifications.show({ color: 'teal', message: text.signedOut }) })}
            >
              {text.signOut}
            </Menu.Item>
            <Menu.Item color="red" onClick={() => onEnd('deactivate')}>
              {text.deactivate}
            </Menu.Item>
          </>
        )}
        {person.state === 'deactivated' && (
          <Menu.Item onClick={() => change.mutate({ userId, state: 'active' })}>{text.reactivate}</Menu.Item>
        )}
        <Menu.Item color="red" onClick={() => onEnd('remove')}>
          {text.remove}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
