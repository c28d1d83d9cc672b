import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { formatNumber } from '../../../lib/format';
import { changesText } from './changes.text';
import { openChangesQuery } from './changes.queries';

/** How many changes wait for a decision, beside the way to them; nothing where none does. */
export function OpenChanges() {
  const { data } = useQuery(openChangesQuery);
  if (!data) return null;
  return (
    <Badge size="sm" variant="filled" color="yellow" ml="auto" autoContrast aria-label={changesText.waiting(data)}>
      {formatNumber(data)}
    </Badge>
  );
}
