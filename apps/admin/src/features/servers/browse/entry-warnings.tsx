import { Alert, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { OfferedServer } from '@mcpnest/api-client';
import { browseText } from './browse.text';

/** What is odd about a document, one line each. */
export function EntryWarnings({ warnings }: { warnings: OfferedServer['warnings'] }) {
  if (warnings.length === 0) return null;
  return (
    <Alert color="yellow" variant="light" icon={<IconAlertTriangle size={18} />} title={browseText.warnings}>
      <List size="sm" spacing={4}>
        {warnings.map(({ code, detail }, index) => (
          <List.Item key={`${code} ${index}`}>{detail}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
