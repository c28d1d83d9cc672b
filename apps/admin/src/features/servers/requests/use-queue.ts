import { notifications } from '@mantine/notifications';
import type { ServerRequest } from '@mcpnest/api-client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useKeys } from '../../../patterns/use-keys';
import { useApproveRequest } from './requests.mutations';
import { requestQuery, requestsQuery } from './requests.queries';
import type { QueueSearch } from './requests-search';
import { requestsText } from './requests.text';

const focusedId = () => (document.activeElement instanceof HTMLElement ? document.activeElement.dataset['request'] : undefined);

/** The queue: what it shows, which request is at hand, and what keys and buttons do with it. */
export function useQueue(search: QueueSearch, onSearch: (search: QueueSearch) => void) {
  const { request: openId, state = 'open', ...filter } = search;
  const list = useInfiniteQuery(requestsQuery({ ...filter, state: state === 'all' ? undefined : state }));
  const rows = list.data?.pages.flatMap((page) => page.data) ?? [];
  const opened = useQuery({ ...requestQuery(openId ?? ''), enabled: openId !== undefined });
  const [denying, setDenying] = useState<ServerRequest | null>(null);
  const [amending, setAmending] = useState<ServerRequest | null>(null);
  const last = useRef(-1);
  const approve = useApproveRequest();
  // The request at hand is the open one or the one that has the focus, never a place in the list: that can move under the reader.
  const atHand = () => (openId === undefined ? rows.find(({ id }) => id === focusedId()) : opened.data);
  const onApprove = (request: ServerRequest) => {
    if (!request.mayApprove || approve.isPending) return;
    approve.mutate(
      { request },
      { onSuccess: () => notifications.show({ color: 'teal', message: requestsText.queue.approved(request.name) }) },
    );
  };
  const onMove = (step: 1 | -1) => {
    const at = rows.findIndex(({ id }) => id === (openId ?? focusedId()));
    // Where the row at hand has left the list, the next one stands in its place.
    const next = at >= 0 ? at + step : step === 1 ? Math.max(last.current, 0) : last.current - 1;
    const row = rows[Math.min(Math.max(next, 0), rows.length - 1)];
    if (!row) return;
    last.current = rows.indexOf(row);
    if (openId !== undefined) onSearch({ ...search, request: row.id });
    else document.querySelector<HTMLElement>(`[data-request="${row.id}"]`)?.focus();
  };
  const onDeny = (request: ServerRequest) => {
    if (request.mayDecide) setDenying(request);
  };
  const withHand = (act: (request: ServerRequest) => void) => () => {
    const request = atHand();
    if (request) act(request);
  };
  useKeys({ j: () => onMove(1), k: () => onMove(-1), a: withHand(onApprove), d: withHand(onDeny) });
  return {
    list,
    rows,
    denying,
    amending,
    stopDenying: () => setDenying(null),
    stopAmending: () => setAmending(null),
    deciding: { approving: approve.isPending, onApprove, onAmend: setAmending, onDeny },
  };
}
