import { Badge } from '@mantine/core';
import type { Version } from '@mcpnest/api-client';
import { serversText } from './servers.text';

const COLORS: Record<Version['state'], string> = {
  approved: 'teal',
  draft: 'gray',
  pending: 'yellow',
  rejected: 'red',
  retired: 'gray',
  quarantined: 'red',
};

/** A version's number and where it stands in its life. */
export function VersionBadge({ version }: { version: Pick<Version, 'number' | 'state'> }) {
  return (
    <Badge variant="light" color={COLORS[version.state]} tt="none">
      v{version.number} · {serversText.states[version.state]}
    </Badge>
  );
}
