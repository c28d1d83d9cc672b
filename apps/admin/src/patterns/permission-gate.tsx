import { Box, Tooltip } from '@mantine/core';
import type { Permission } from '@mcpnest/shared/permissions';
import type { ReactNode } from 'react';
import { useCan } from '../lib/permissions';
import { patternsText } from './patterns.text';

interface PermissionGateProps {
  permission: Permission;
  /** Workspace of the permission; absent for those of the installation. */
  workspace?: string;
  /** `hide` leaves it out; `explain` (default) shows it switched off and says who can help. */
  otherwise?: 'hide' | 'explain';
  children: (allowed: boolean) => ReactNode;
}

export const permissionWords = (permission: Permission, workspace?: string): string =>
  `${patternsText.lacking(permission)} ${workspace === undefined ? patternsText.whoGrantsInstallation : patternsText.whoGrants}`;

/** The one place where a permission decides what is shown. */
export function PermissionGate({ permission, workspace, otherwise = 'explain', children }: PermissionGateProps) {
  const allowed = useCan(permission, workspace);
  if (allowed) return <>{children(true)}</>;
  if (otherwise === 'hide') return null;
  return (
    <Tooltip label={permissionWords(permission, workspace)}>
      <Box component="span" tabIndex={0} display="inline-block">
        {children(false)}
      </Box>
    </Tooltip>
  );
}
