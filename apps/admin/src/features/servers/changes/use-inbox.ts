import { notifications } from '@mantine/notifications';
import { ApiProblem, type LockChange } from '@mcpnest/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { showProblem } from '../../../lib/show-problem';
import { useKeys } from '../../../patterns/use-keys';
import { nameOf } from './change-list';
import type { ChangesSearch } from './changes-search';
import { useDecideChanges, type ChangeDecision } from './changes.mutations';
import { changesQuery } from './changes.queries';
import { changesText as text } from './changes.text';
import { useSelection } from './use-selection';

const STALE = 412;
const CONFLICT = 409;

/** Why nothing more was decided: the server changed again, or somebody else was faster. What was read is not what would be approved. */
function explain(refusal: unknown, decided: number): void {
  const status = refusal instanceof ApiProblem ? refusal.status : 0;
  if (status !== STALE && status !== CONFLICT) return showProblem(refusal);
  const words = status === STALE ? text.stale : text.lost;
  notifications.show({
    color: 'yellow',
    role: 'alert',
    autoClose: 10_000,
    title: status === STALE ? text.staleTitle : text.lostTitle,
    message: decided > 0 ? `${words} ${text.partly(decided)}` : words,
  });
}

/** The row to look at once those of the ids are gone: the one below, or else the one above. */
const neighbour = (rows: readonly LockChange[], at: number, gone: ReadonlySet<string>): LockChange | undefined =>
  [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0)).reverse()].find(({ id }) => !gone.has(id));

/** The inbox: what it shows, which change is at hand, which are selected, and what keys and buttons do with them. */
export function useInbox(search: ChangesSearch, onSearch: (search: ChangesSearch) => void) {
  const { item: openId, ...filter } = search;
  const list = useInfiniteQuery(changesQuery(filter));
  const rows = list.data?.pages.flatMap((page) => page.data) ?? [];
  const { marked, selected, toggle, selectAll, clear } = useSelection(rows);
  const at = rows.findIndex(({ id }) => id === openId);
  const current = rows[at];
  const decides = useDecideChanges();

  const show = (change: LockChange | undefined) => onSearch({ ...filter, item: change?.id });
  const move = (step: 1 | -1) => {
    const row = rows[at === -1 ? 0 : Math.min(Math.max(at + step, 0), rows.length - 1)];
    if (row) show(row);
  };
  /** Decides about what is given; the next change left in the list comes to hand. */
  const decide = (changes: readonly LockChange[], decision: ChangeDecision) => {
    if (changes.length === 0 || decides.isPending) return;
    const gone = new Set(changes.map(({ id }) => id));
    const next = neighbour(rows, at, gone);
    decides.mutate(
      { changes, decision },
      {
        onSuccess: ({ decided, refusal }) => {
          const names = changes.length === 1 ? nameOf(changes[0]!) : text.several(decided);
          if (refusal !== null) return explain(refusal, decided);
          notifications.show({ color: 'teal', message: text.decided[decision](names) });
          clear();
          if (openId !== undefined && gone.has(openId)) show(next);
        },
        onError: showProblem,
      },
    );
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
  return {
    list,
    rows,
    current,
    selected,
    marked,
    pending: decides.isPending,
    show,
    open: list.data?.pages[0]?.open ?? 0,
    toggle,
    decide,
    selectAll,
  };
}
