import { answerOf } from '@mcpnest/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import type { CatalogueSearch } from './catalogue-search';

const given = <T extends object>(members: T) =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined && value !== '')) as Partial<T>;

export const entriesQuery = ({ q, transport, source, registry }: CatalogueSearch) =>
  infiniteQueryOptions({
    queryKey: ['servers', 'entries', q, transport, source, registry],
    queryFn: ({ signal, pageParam }) => {
      const query = { limit: 60, ...given({ search: q, transport, source, registry, cursor: pageParam ?? undefined }) };
      return answerOf(api.GET('/api/v1/catalogue/entries', { signal, params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (before) => before,
  });

export const entryQuery = (entry: string) =>
  queryOptions({
    queryKey: ['servers', 'entry', entry],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/catalogue/entries/{entry}', { signal, params: { path: { entry } } })),
  });

export const companyQuery = ({ q, tag, owner, state }: CatalogueSearch) =>
  infiniteQueryOptions({
    queryKey: ['servers', 'list', 'company', q, tag, owner, state],
    queryFn: ({ signal, pageParam }) => {
      const query = { limit: 100, tools: 'names' as const, ...given({ q, tag, owner, state, cursor: pageParam ?? undefined }) };
      return answerOf(api.GET('/api/v1/servers', { signal, params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (before) => before,
  });

export const facetsQuery = queryOptions({
  queryKey: ['servers', 'facets'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/catalogue/facets', { signal })),
});
