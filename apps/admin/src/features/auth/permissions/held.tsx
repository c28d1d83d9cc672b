import { Text, VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { permissionsText as text } from './permissions.text';

/** Whether a role has a permission, for eyes and ears. */
export function Held({ held }: { held: boolean }) {
  return (
    <>
      {held ? (
        <IconCheck size={18} aria-hidden />
      ) : (
        <Text span c="dimmed" aria-hidden>
          –
        </Text>
      )}
      <VisuallyHidden>{held ? text.yes : text.no}</VisuallyHidden>
    </>
  );
}
