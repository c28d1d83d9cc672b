import { useInfiniteQuery } from '@tanstack/react-query';
import { tokensQuery } from './workspaces.queries';

const LOOK_EVERY_MS = 3_000;

/** Whether a token was used at least once; looks again until it was. */
export function useTokenUsed(slug: string, tokenId: string | null): boolean {
  const isUsed = (data: { pages: { data: { id: string; lastUsedAt?: string | null }[] }[] } | undefined) =>
    data?.pages.some((page) => page.data.some(({ id, lastUsedAt }) => id === tokenId && lastUsedAt)) ?? false;
  const { data } = useInfiniteQuery({
    ...tokensQuery(slug),
    enabled: slug !== '' && tokenId !== null,
    refetchInterval: (query) => (isUsed(query.state.data) ? false : LOOK_EVERY_MS),
  });
  return isUsed(data);
}
