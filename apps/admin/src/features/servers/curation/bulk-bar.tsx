import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useBulkTools, type BulkChange } from './curation.mutations';
import { curationText } from './curation.text';

const text = curationText.bulk;

interface BulkBarProps {
  slug: string;
  /** `server:tool` of what is selected. */
  names: string[];
  onDone: () => void;
}

/** What can be done to all selected tools at once. */
export function BulkBar({ slug, names, onDone }: BulkBarProps) {
  const bulk = useBulkTools(slug);
  const make = (change: BulkChange['change']) =>
    bulk.mutate(
      { names, change },
      {
        onSuccess: ({ changed }) => {
          notifications.show({ message: text.done(changed) });
          onDone();
        },
      },
    );
  if (names.length === 0) return null;
  return (
    <Group gap="sm" role="group" aria-label={text.label} p="sm">
      <Text size="sm" fw={600} aria-live="polite">
        {text.selected(names.length)}
      </Text>
      <Button size="xs" variant="default" loading={bulk.isPending} onClick={() => make({ enabled: true })}>
        {text.on}
      </Button>
      <Button size="xs" variant="default" loading={bulk.isPending} onClick={() => make({ enabled: false })}>
        {text.off}
      </Button>
      <Button size="xs" variant="default" loading={bulk.isPending} onClick={() => make({ reset: true })}>
        {text.reset}
      </Button>
      <Button size="xs" variant="subtle" onClick={onDone}>
        {text.clear}
      </Button>
    </Group>
  );
}
