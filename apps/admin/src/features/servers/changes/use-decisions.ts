import { notifications } from '@mantine/notifications';
import { ApiProblem, type LockChange } from '@mcpnest/api-client';
import { useEffect, useRef } from 'react';
import { showProblem } from '../../../lib/show-problem';
import { nameOf } from './change-list';
import { useDecideChanges, type ChangeDecision, type ReadChange } from './changes.mutations';
import { changesText as text } from './changes.text';

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

type Read = Pick<ReadChange, 'seenHash' | 'decidedAt'>;
const readOf = ({ seen, decided }: LockChange): Read => ({ seenHash: seen?.hash ?? null, decidedAt: decided?.at ?? null });

/**
 * Decisions about what was read. The list refreshes itself under the reader, so what counts is how a change was when it was
 * opened or selected: what came after is refused and has to be read first.
 */
export function useDecisions(current: LockChange | undefined) {
  const decides = useDecideChanges();
  const read = useRef(new Map<string, Read>());
  const noteRead = (changes: readonly LockChange[]) => changes.forEach((change) => read.current.set(change.id, readOf(change)));
  useEffect(() => {
    if (current && !read.current.has(current.id)) read.current.set(current.id, readOf(current));
  }, [current]);
  const decide = (changes: readonly LockChange[], decision: ChangeDecision, onDecided: () => void) => {
    if (changes.length === 0 || decides.isPending) return;
    const known = read.current;
    const asRead = changes.map((change) => ({ id: change.id, server: change.server.slug, ...(known.get(change.id) ?? readOf(change)) }));
    decides.mutate(
      { changes: asRead, decision },
      {
        onSuccess: ({ decided, refusal }) => {
          changes.forEach(({ id }) => known.delete(id));
          if (refusal !== null) return explain(refusal, decided);
          const names = changes.length === 1 ? nameOf(changes[0]!) : text.several(decided);
          notifications.show({ color: 'teal', message: text.decided[decision](names) });
          onDecided();
        },
        onError: showProblem,
      },
    );
  };
  return { decide, noteRead, pending: decides.isPending };
}
