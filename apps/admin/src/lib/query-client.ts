import { ApiProblem } from '@mcpnest/api-client';
import { MutationCache, QueryClient } from '@tanstack/react-query';
import { showProblem } from './show-problem';

/** Refusals are final; only silence and faults of the server are worth asking again. */
const worthAnother = (failures: number, error: unknown): boolean =>
  failures < 2 && (!(error instanceof ApiProblem) || error.status === 0 || error.status >= 500);

/** A mutation that shows its own problem (a form beside its fields) says so in `meta.ownProblem`. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { staleTime: 5_000, retry: worthAnother, refetchOnWindowFocus: true }, mutations: { retry: false } },
    mutationCache: new MutationCache({
      onError: (error, _variables, _context, mutation) => {
        if (mutation.meta?.['ownProblem'] !== true) showProblem(error);
      },
    }),
  });
}
