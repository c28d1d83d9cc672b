import { answerOf } from '@mcpnest/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api';

export type ChangeDecision = 'approve' | 'keep' | 'block';

/** What became of a decision: each server's changes are decided together or not at all; at the first refusal the rest is left open. */
export interface Decided {
  decided: number;
  refusal: unknown;
}

/** A change as a person read it. */
export interface ReadChange {
  id: string;
  /** The server's slug. */
  server: string;
  /** What was seen then; null for a removal. */
  seenHash: string | null;
  /** When it had been decided last; null where it waited. */
  decidedAt: string | null;
}

/** Decides about what the person read: the hash and the decision that were shown go along, and what changed or was decided since is refused. */
export function useDecideChanges() {
  const queries = useQueryClient();
  return useMutation({
    meta: { ownProblem: true },
    mutationFn: async ({ changes, decision }: { changes: readonly ReadChange[]; decision: ChangeDecision }): Promise<Decided> => {
      const byServer = new Map<string, ReadChange[]>();
      for (const change of changes) byServer.set(change.server, [...(byServer.get(change.server) ?? []), change]);
      let decided = 0;
      for (const [server, own] of byServer) {
        const body = { decision, changes: own.map(({ id, seenHash, decidedAt }) => ({ id, seenHash, decidedAt })) };
        try {
          decided += (await answerOf(api.POST('/api/v1/servers/{server}/changes/decide', { params: { path: { server } }, body }))).decided;
        } catch (refusal) {
          return { decided, refusal };
        }
      }
      return { decided, refusal: null };
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['changes'] }),
        queries.invalidateQueries({ queryKey: ['servers'] }),
        queries.invalidateQueries({ queryKey: ['workspaces'] }),
      ]),
  });
}
