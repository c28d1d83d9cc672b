import { ApiProblem, answerOf, type Me } from '@mcpnest/api-client';
import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { api } from './api';
import { signInAgain } from './sign-in-again';

export const sessionKeys = { me: ['me'] as const, setup: ['setup'] as const };

async function readMe(signal: AbortSignal): Promise<Me | null> {
  try {
    return await answerOf(api.GET('/api/v1/me', { signal }));
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null;
    throw error;
  }
}

/** Who is signed in; null for nobody. A session that ends under an open page asks for the password, so that nothing typed is lost. */
export const meQuery = queryOptions({
  queryKey: sessionKeys.me,
  queryFn: async ({ signal, client }): Promise<Me | null> => {
    const me = await readMe(signal);
    const wasSignedIn = client.getQueryData(sessionKeys.me) != null;
    return me === null && wasSignedIn && (await signInAgain.ask()) ? readMe(signal) : me;
  },
  staleTime: 30_000,
});

/** Whether this installation still waits for its first operator. */
export const setupQuery = queryOptions({
  queryKey: sessionKeys.setup,
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/setup', { signal })),
  staleTime: 0,
});

/** The signed-in person, inside pages that only they can reach. */
export function useMe(): Me {
  const { data } = useSuspenseQuery(meQuery);
  if (!data) throw new ApiProblem(401, 'auth.not-signed-in', 'Sign in first');
  return data;
}

/** The person if there is one; for parts that also stand on public pages. */
export const useMaybeMe = (): Me | null => useQuery(meQuery).data ?? null;
