import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowBackUp, IconArrowUpCircle, IconDots, IconEdit, IconSnowflake, IconTestPipe, IconTrash } from '@tabler/icons-react';
import type { Exposure } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { canaryText } from './canary/canary.text';
import { freezesText } from './freezes/freezes.text';
import { versionsQuery } from './servers.queries';
import { serversText } from './servers.text';
import { upgradeText } from './upgrade/upgrade.text';

const text = serversText.exposures;

export interface ExposureActions {
  onUpgrade: (exposure: Exposure, to: number) => void;
  onGoBack: (exposure: Exposure, to: number) => void;
  onCanary: (exposure: Exposure) => void;
  onEdit: (exposure: Exposure) => void;
  onRemove: (exposure: Exposure) => void;
  onFreeze?: ((exposure: Exposure) => void) | undefined;
}

/** The approved version that a workspace could move to, or null. */
export const newerThanPinned = ({ version, latestApproved }: Exposure) =>
  latestApproved !== null && latestApproved > version ? latestApproved : null;

/** What can be done with a server of a workspace. Which version it can go back to is looked up when the menu opens. */
export function ExposureMenu({
  exposure,
  onUpgrade,
  onGoBack,
  onCanary,
  onEdit,
  onRemove,
  onFreeze,
}: ExposureActions & { exposure: Exposure }) {
  const { server, version } = exposure;
  const [opened, setOpened] = useState(false);
  const versions = useQuery({ ...versionsQuery(server.slug), enabled: opened });
  const newer = newerThanPinned(exposure);
  const older = versions.data?.find(({ number, state }) => number < version && state === 'approved')?.number;
  return (
    <Menu position="bottom-end" withinPortal opened={opened} onChange={setOpened}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={text.more(server.name)}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {newer !== null && (
          <Menu.Item leftSection={<IconArrowUpCircle size={16} />} onClick={() => onUpgrade(exposure, newer)}>
            {upgradeText.update(newer)}
          </Menu.Item>
        )}
        {older !== undefined && (
          <Menu.Item leftSection={<IconArrowBackUp size={16} />} onClick={() => onGoBack(exposure, older)}>
            {upgradeText.goBackTo(older)}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconTestPipe size={16} />} onClick={() => onCanary(exposure)}>
          {exposure.canary ? canaryText.show : canaryText.try}
        </Menu.Item>
        <Menu.Item leftSection={<IconEdit size={16} />} onClick={() => onEdit(exposure)}>
          {text.edit}
        </Menu.Item>
        {onFreeze && (
          <Menu.Item leftSection={<IconSnowflake size={16} />} onClick={() => onFreeze(exposure)}>
            {freezesText.freeze}
          </Menu.Item>
        )}
        <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => onRemove(exposure)}>
          {text.remove}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
