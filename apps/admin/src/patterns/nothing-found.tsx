import { Button } from '@mantine/core';
import { IconSearchOff } from '@tabler/icons-react';
import { EmptyState } from './empty-state';
import { patternsText } from './patterns.text';

/** There is something, but not with these filters. */
export function NothingFound({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      icon={IconSearchOff}
      title={patternsText.nothingFound}
      action={
        <Button variant="default" onClick={onClear}>
          {patternsText.clearFilters}
        </Button>
      }
    >
      {patternsText.nothingFoundHint}
    </EmptyState>
  );
}
