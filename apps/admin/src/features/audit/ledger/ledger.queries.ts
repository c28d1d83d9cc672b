import { answerOf } from '@mcpnest/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import { auditKeys } from '../audit.keys';
import { ledgerFilterOf, type LedgerSearch } from './ledger-search';

export const ledgerQuery = ({ entry: _open, ...search }: LedgerSearch) =>
  infiniteQueryOptions({
    queryKey: [...auditKeys.ledger, search],
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        api.GET('/api/v1/ledger', {
          signal,
          params: { query: { ...ledgerFilterOf(search), limit: 100, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** One fact, for addresses that lead to one which no loaded page holds. */
export const ledgerEntryQuery = (number: number) =>
  queryOptions({
    queryKey: [...auditKeys.ledger, 'one', number],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/ledger/{number}', { signal, params: { path: { number } } })),
    retry: false,
  });
