import { answerOf } from '@mcpnest/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { workspacesKeys } from './workspaces.keys';

export interface TokenRules {
  lifetimeDaysMax: number | null;
  mayNeverExpire: boolean;
}

export function useSetTokenPolicy() {
  const queries = useQueryClient();
  return useMutation({
    meta: { ownProblem: true },
    mutationFn: (body: TokenRules) => answerOf(api.PUT('/api/v1/settings/tokens', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: workspacesKeys.tokenPolicy }),
  });
}
