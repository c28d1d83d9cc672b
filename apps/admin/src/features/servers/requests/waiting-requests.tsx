import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { formatNumber } from '../../../lib/format';
import { requestCountsQuery } from './requests.queries';
import { requestsText } from './requests.text';

/** How many requests wait for this person, beside the way to them; nothing where none does. */
export function WaitingRequests() {
  const { data } = useQuery(requestCountsQuery);
  if (!data || data.toDecide === 0) return null;
  return (
    <Badge size="sm" variant="filled" ml="auto" aria-label={requestsText.queue.waiting(data.toDecide)}>
      {formatNumber(data.toDecide)}
    </Badge>
  );
}
