import { Group, Kbd, Modal, Table, Text } from '@mantine/core';
import { patternsText } from '../patterns/patterns.text';
import { appText } from './app.text';

/** All keyboard shortcuts. */
export function Shortcuts({ onClose }: { onClose: () => void }) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={<Text fw={650}>{appText.shortcuts.title}</Text>}
      closeButtonProps={{ 'aria-label': patternsText.close }}
    >
      <Table aria-label={appText.shortcuts.title}>
        <Table.Tbody>
          {appText.shortcuts.rows.map(([keys, words]) => (
            <Table.Tr key={keys}>
              <Table.Td>
                <Group gap={4}>
                  {keys.split(' ').map((key) => (
                    <Kbd key={key}>{key === 'mod' ? '⌘ / Ctrl' : key}</Kbd>
                  ))}
                </Group>
              </Table.Td>
              <Table.Td>{words}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
