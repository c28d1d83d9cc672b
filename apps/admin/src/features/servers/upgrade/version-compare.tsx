import { Group, Modal, Select, Stack, Text } from '@mantine/core';
import type { Server, Version } from '@mcpnest/api-client';
import { useState } from 'react';
import { patternsText } from '../../../patterns/patterns.text';
import { upgradeText as text } from './upgrade.text';
import { VersionDifference } from './version-difference';

interface VersionCompareProps {
  server: Server;
  versions: readonly Version[];
  /** The version whose button was pressed; it is compared with the one before it. */
  number: number;
  onClose: () => void;
}

/** Any two versions of a server, side by side. */
export function VersionCompare({ server, versions, number, onClose }: VersionCompareProps) {
  const [to, setTo] = useState(number);
  const [from, setFrom] = useState(versions.find((one) => one.number < number)?.number ?? versions[0]?.number ?? number);
  const options = versions.map((one) => ({
    value: String(one.number),
    label: one.note ? `v${one.number} · ${one.note}` : `v${one.number}`,
  }));
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={<Text fw={650}>{text.compareTitle(server.name)}</Text>}
      closeButtonProps={{ 'aria-label': patternsText.close }}
    >
      <Stack gap="md">
        <Group grow>
          <Select
            label={text.from}
            allowDeselect={false}
            data={options}
            value={String(from)}
            onChange={(value) => setFrom(Number(value))}
          />
          <Select label={text.to} allowDeselect={false} data={options} value={String(to)} onChange={(value) => setTo(Number(value))} />
        </Group>
        {from === to ? <Text size="sm">{text.same}</Text> : <VersionDifference server={server.slug} from={from} to={to} />}
      </Stack>
    </Modal>
  );
}
