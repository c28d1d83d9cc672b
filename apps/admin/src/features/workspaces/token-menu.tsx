import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowBackUp, IconBan, IconBuilding, IconDots, IconPencil, IconRefresh, IconSnowflake } from '@tabler/icons-react';
import type { Token } from '@mcpnest/api-client';
import { workspacesText } from './workspaces.text';

const text = workspacesText.tokens;

export interface TokenActions {
  onEdit: (token: Token) => void;
  onRotate: (token: Token) => void;
  onRevoke: (token: Token) => void;
  onRestore: (token: Token) => void;
  /** Absent for those who may not write tokens of others. */
  onTakeOver?: ((token: Token) => void) | undefined;
  /** Absent for those who may not freeze. */
  onFreeze?: ((token: Token) => void) | undefined;
}

/** What can be done with one token; nothing where it is over for good. */
export function TokenMenu({ token, onEdit, onRotate, onRevoke, onRestore, onTakeOver, onFreeze }: TokenActions & { token: Token }) {
  const { state, restorableUntil } = token;
  const isLive = state === 'active' || state === 'rotating';
  if (!isLive && restorableUntil === null) return null;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={text.more(token.name)}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {isLive && (
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => onEdit(token)}>
            {text.edit}
          </Menu.Item>
        )}
        {state === 'active' && (
          <Menu.Item leftSection={<IconRefresh size={16} />} onClick={() => onRotate(token)}>
            {text.rotate}
          </Menu.Item>
        )}
        {isLive && token.kind === 'personal' && onTakeOver && (
          <Menu.Item leftSection={<IconBuilding size={16} />} onClick={() => onTakeOver(token)}>
            {text.takeOver}
          </Menu.Item>
        )}
        {isLive && onFreeze && (
          <Menu.Item leftSection={<IconSnowflake size={16} />} onClick={() => onFreeze(token)}>
            {text.freeze}
          </Menu.Item>
        )}
        {isLive && (
          <Menu.Item color="red" leftSection={<IconBan size={16} />} onClick={() => onRevoke(token)}>
            {state === 'rotating' ? text.endNow : text.revoke}
          </Menu.Item>
        )}
        {restorableUntil !== null && (
          <Menu.Item leftSection={<IconArrowBackUp size={16} />} onClick={() => onRestore(token)}>
            {text.restore}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
