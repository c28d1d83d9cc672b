import { Button, Checkbox, Group, Text } from '@mantine/core';
import type { ServerRequest } from '@mcpnest/api-client';
import { requestsText } from './requests.text';

const text = requestsText.queue;

interface QueueSelectionProps {
  rows: readonly ServerRequest[];
  selected: readonly ServerRequest[];
  onSelectAll: (all: boolean) => void;
  onApprove: (requests: readonly ServerRequest[]) => void;
  onDeny: (requests: readonly ServerRequest[]) => void;
}

/** Selects what is shown and can be decided, and decides what is selected. */
export function QueueSelection({ rows, selected, onSelectAll, onApprove, onDeny }: QueueSelectionProps) {
  const approvable = selected.filter(({ mayApprove }) => mayApprove);
  const isSome = selected.length > 0;
  if (rows.length === 0) return null;
  return (
    <Group justify="space-between" px="md" py="sm" mih={52}>
      <Checkbox
        size="sm"
        label={isSome ? text.selected(selected.length) : text.selectAll}
        checked={selected.length === rows.length}
        indeterminate={isSome && selected.length < rows.length}
        onChange={(event) => onSelectAll(event.currentTarget.checked)}
      />
      {isSome && (
        <Group gap="sm">
          {approvable.length < selected.length && (
            <Text size="xs" c="dimmed">
              {text.notAll(selected.length - approvable.length)}
            </Text>
          )}
          <Button size="xs" disabled={approvable.length === 0} onClick={() => onApprove(approvable)}>
            {requestsText.approve}
          </Button>
          <Button size="xs" variant="default" onClick={() => onDeny(selected)}>
            {requestsText.deny}
          </Button>
        </Group>
      )}
    </Group>
  );
}
