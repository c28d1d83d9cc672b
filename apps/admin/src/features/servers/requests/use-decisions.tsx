import { List } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ServerRequest } from '@mcpnest/api-client';
import { problemWords } from '../../../lib/show-problem';
import { useHeld } from '../../../patterns/use-held';
import { useDecideRequests, type Decision, type Settled } from './requests.mutations';
import { requestsText } from './requests.text';

const text = requestsText.queue;

const namesOf = (requests: readonly ServerRequest[]): string => (requests.length === 1 ? requests[0]!.name : text.several(requests.length));

/** Says what was done, and of every request that was not decided why. */
function report(decision: Decision['decision'], settled: readonly Settled[]): void {
  const done = settled.filter(({ error }) => error === null).map(({ request }) => request);
  const refused = settled.filter(({ error }) => error !== null);
  if (done.length > 0) notifications.show({ color: 'teal', message: text.done[decision](namesOf(done)) });
  if (refused.length === 0) return;
  notifications.show({
    color: 'red',
    role: 'alert',
    autoClose: false,
    title: text.refused(refused.length),
    message: (
      <List size="sm" spacing={4}>
        {refused.map(({ request, error }) => {
          const { title, detail } = problemWords(error);
          return <List.Item key={request.id}>{`${request.name}: ${detail ?? title}`}</List.Item>;
        })}
      </List>
    ),
  });
}

/**
 * Decisions of the queue. An approval cannot be taken back, because its tools can be called at once, and neither can a denial,
 * because its secrets are gone; so each is held for ten seconds before it is sent (ADR 0045).
 */
export function useDecisions() {
  const decides = useDecideRequests();
  const send = (decision: Decision, leaving: boolean) => {
    void decides.mutateAsync({ ...decision, leaving }).then((settled) => report(decision.decision, settled));
  };
  const { held, hold, drop } = useHeld(send);
  const waiting = new Map(held.flatMap((one) => one.requests.map(({ id }) => [id, one] as const)));
  const decide = (decision: Decision) => {
    const requests = decision.requests.filter(({ id }) => !waiting.has(id));
    if (requests.length > 0) hold({ ...decision, requests }, text.held[decision.decision](namesOf(requests)));
  };
  const undoLast = () => {
    const last = held.at(-1);
    if (last) drop(last);
  };
  return { decide, undoLast, drop, waiting };
}
