import { answerOf, type OidcSettingsRequest } from '@mcpnest/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import { authKeys } from '../auth.keys';

export function useSetOidc() {
  const queries = useQueryClient();
  return useMutation({
    meta: { ownProblem: true },
    gcTime: 0,
    mutationFn: (body: OidcSettingsRequest) => answerOf(api.PUT('/api/v1/settings/oidc', { body })),
    onSuccess: (settings) => {
      queries.setQueryData(authKeys.oidc, settings);
      return queries.invalidateQueries({ queryKey: authKeys.methods });
    },
  });
}

export function useTestOidc() {
  return useMutation({ meta: { ownProblem: true }, mutationFn: () => answerOf(api.POST('/api/v1/settings/oidc/test', {})) });
}
