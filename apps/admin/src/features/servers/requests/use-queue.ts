import type { ServerRequest } from '@mcpnest/api-client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useKeys } from '../../../patterns/use-keys';
import { useSelection } from '../changes/use-selection';
import type { Decision } from './requests.mutations';
import { requestQuery, requestsQuery } from './requests.queries';
import type { QueueSearch } from './requests-search';
import { useDecisions } from './use-decisions';

const focusedId = () => (document.activeElement instanceof HTMLElement ? document.activeElement.dataset['request'] : undefined);

/** What is selected of the rows, and what buttons and forms decide. */
function useDeciding(rows: readonly ServerRequest[]) {
  const { decide, undoLast, drop, waiting } = useDecisions();
  const [denying, setDenying] = useState<readonly ServerRequest[]>([]);
  const [amending, setAmending] = useState<ServerRequest | null>(null);
  const decidable = rows.filter(({ mayDecide }) => mayDecide);
  const { marked, selected, toggle, selectAll, clear } = useSelection(decidable, () => undefined);
  const onApprove = (requests: readonly ServerRequest[]) => {
    decide({ requests: requests.filter(({ mayApprove }) => mayApprove), decision: 'approve', note: '' });
    clear();
  };
  const onDeny = (requests: readonly ServerRequest[]) => setDenying(requests.filter(({ id, mayDecide }) => mayDecide && !waiting.has(id)));
  const onDenied = (note: string) => {
    decide({ requests: denying, decision: 'deny', note });
    clear();
  };
  return {
    denying,
    amending,
    undoLast,
    selection: { rows: decidable, selected, onSelectAll: selectAll, onApprove, onDeny },
    columns: { marked, toggle, waiting },
    onDenied,
    stopDenying: () => setDenying([]),
    stopAmending: () => setAmending(null),
    deciding: {
      waiting,
      onUndo: (decision: Decision) => void drop(decision),
      onApprove: (request: ServerRequest) => onApprove([request]),
      onAmend: setAmending,
      onDeny: (request: ServerRequest) => onDeny([request]),
    },
  };
}

/** The queue: what it shows, which request is at hand, and what keys and buttons do with it. */
export function useQueue(search: QueueSearch, onSearch: (search: QueueSearch) => void) {
  const { request: openId, state = 'open', ...filter } = search;
  const list = useInfiniteQuery(requestsQuery({ ...filter, state: state === 'all' ? undefined : state }));
  const rows = list.data?.pages.flatMap((page) => page.data) ?? [];
  const opened = useQuery({ ...requestQuery(openId ?? ''), enabled: openId !== undefined });
  const last = useRef(-1);
  const decisions = useDeciding(rows);
  const { selected, onApprove, onDeny } = decisions.selection;
  // The request at hand is the open one or the one that has the focus, never a place in the list: that can move under the reader.
  const atHand = () => (openId === undefined ? rows.find(({ id }) => id === focusedId()) : opened.data);
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
  /** What keys are about: the selection, or else the request at hand. */
  const meant = () => {
    const request = atHand();
    return openId === undefined && selected.length > 0 ? selected : request ? [request] : [];
  };
  const onToggle = () => {
    const request = atHand();
    if (request?.mayDecide) decisions.columns.toggle(request);
  };
  const keys = { j: () => onMove(1), k: () => onMove(-1), x: onToggle, u: decisions.undoLast };
  useKeys({ ...keys, a: () => onApprove(meant()), d: () => onDeny(meant()) });
  return { list, rows, ...decisions };
}
