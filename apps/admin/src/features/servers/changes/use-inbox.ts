import type { LockChange } from '@mcpnest/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useKeys } from '../../../patterns/use-keys';
import type { ChangesSearch } from './changes-search';
import type { ChangeDecision } from './changes.mutations';
import { CHANGES_PAGE, changesQuery } from './changes.queries';
import { useDecisions } from './use-decisions';
import { useSelection } from './use-selection';

/** More than so many changes are not decided in one request. */
const DECIDED_MAX = 1_000;

/** The row to look at once those of the ids are gone: the one below, or else the one above. */
const neighbour = (rows: readonly LockChange[], at: number, gone: ReadonlySet<string>): LockChange | undefined =>
  [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0)).reverse()].find(({ id }) => !gone.has(id));

/** The inbox: what it shows, which change is at hand, which are selected, and what keys and buttons do with them. */
export function useInbox(search: ChangesSearch, onSearch: (search: ChangesSearch) => void) {
  const { item: openId, ...filter } = search;
  const list = useInfiniteQuery(changesQuery(filter));
  const rows = list.data?.pages.flatMap((page) => page.data) ?? [];
  const at = rows.findIndex(({ id }) => id === openId);
  const current = rows[at];
  const decisions = useDecisions(current);
  const { marked, selected, toggle, selectAll, clear } = useSelection(rows, decisions.noteRead);

  const show = (change: LockChange | undefined) => {
    if (change) decisions.noteRead([change]);
    onSearch({ ...filter, item: change?.id });
  };
  const move = (step: 1 | -1) => {
    const row = rows[at === -1 ? 0 : Math.min(Math.max(at + step, 0), rows.length - 1)];
    if (row) show(row);
  };
  /** Decides about what is given; the next change left in the list comes to hand. */
  const decide = (changes: readonly LockChange[], decision: ChangeDecision) => {
    const gone = new Set(changes.map(({ id }) => id));
    const next = neighbour(rows, at, gone);
    decisions.decide(changes, decision, () => {
      clear();
      if (openId !== undefined && gone.has(openId)) show(next);
    });
  };
  const decideAtHand = (decision: ChangeDecision) => () => decide(selected.length > 0 ? selected : current ? [current] : [], decision);
  useKeys({
    j: () => move(1),
    n: () => move(1),
    p: () => move(-1),
    x: () => current && toggle(current),
    a: decideAtHand('approve'),
    k: decideAtHand('keep'),
    b: decideAtHand('block'),
  });
  /** As many as can be decided at once. */
  const showAll = async () => {
    let { data, hasNextPage } = await list.fetchNextPage();
    while (hasNextPage && (data?.pages.length ?? 0) * CHANGES_PAGE < DECIDED_MAX) ({ data, hasNextPage } = await list.fetchNextPage());
  };
  const open = list.data?.pages[0]?.open ?? 0;
  return { list, rows, showAll, current, selected, marked, pending: decisions.pending, open, show, toggle, decide, selectAll };
}
