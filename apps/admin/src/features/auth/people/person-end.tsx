import { Stack, Text } from '@mantine/core';
import type { PersonView } from '@mcpnest/api-client';
import { ConfirmDanger } from '../../../patterns/confirm-danger';
import { HeldTokens } from './held-tokens';
import { useChangePerson, useRemovePerson } from './people.mutations';
import { peopleText as text } from './people.text';

interface PersonEndProps {
  person: PersonView;
  way: 'deactivate' | 'remove';
  onClose: () => void;
}

/** Asks before somebody is switched off or removed, and shows what stops working with them. */
export function PersonEnd({ person, way, onClose }: PersonEndProps) {
  const change = useChangePerson();
  const remove = useRemovePerson();
  const who = person.name ?? person.email;
  const isRemoval = way === 'remove';
  const confirm = () =>
    isRemoval
      ? remove.mutate(person.id, { onSuccess: onClose })
      : change.mutate({ userId: person.id, state: 'deactivated' }, { onSuccess: onClose });
  return (
    <ConfirmDanger
      opened
      onClose={onClose}
      title={isRemoval ? text.removeTitle(who) : text.deactivateTitle(who)}
      confirmLabel={isRemoval ? text.removeConfirm : text.deactivateConfirm}
      pending={change.isPending || remove.isPending}
      error={change.error ?? remove.error}
      onConfirm={confirm}
      {...(isRemoval ? { word: person.email } : {})}
    >
      <Stack gap="sm">
        <Text size="sm">{isRemoval ? text.removeLead : text.deactivateLead}</Text>
        <HeldTokens userId={person.id} />
      </Stack>
    </ConfirmDanger>
  );
}
