import { Tooltip } from '@mantine/core';
import { formatAgo, formatDateTime } from '../lib/format';
import { libText } from '../lib/lib.text';
import { useNow } from '../lib/use-now';

/** A time as people say it, with the exact one on hover and for machines. Null reads as “never”. */
export function TimeAgo({ at, never = libText.never }: { at: string | null | undefined; never?: string }) {
  const now = useNow();
  if (!at) return <span>{never}</span>;
  return (
    <Tooltip label={formatDateTime(at)}>
      <time dateTime={at}>{formatAgo(at, Math.max(now, Date.now() - 15_000))}</time>
    </Tooltip>
  );
}
