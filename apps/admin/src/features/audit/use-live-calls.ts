import type { Call } from '@mcpnest/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { callsQuery, COMPANY_REFRESH_MS } from './audit.queries';
import { matches, type CallsSearch } from './calls-search';
import { useCallStream } from './use-call-stream';

/** Live calls kept on the page; older ones are in the list of the server. */
const LIVE_MAX = 500;

/**
 * A stored list with what arrives live on top. Paused, arrivals are counted and wait. Over all workspaces (`slug` null) there is
 * no stream: the list is asked for again every few seconds. A period that has ended gets no arrivals.
 */
export function useLiveCalls(slug: string | null, search: CallsSearch) {
  const [live, setLive] = useState<Call[]>([]);
  const [held, setHeld] = useState<Call[]>([]);
  const [paused, setPaused] = useState(false);
  const isOver = search.to !== undefined && Date.parse(search.to) < Date.now();
  const stored = useInfiniteQuery({
    ...callsQuery(slug, search),
    refetchInterval: slug === null && !paused && !isOver ? COMPANY_REFRESH_MS : false,
  });
  const stream = useCallStream({
    slug: slug ?? '',
    enabled: slug !== null && !isOver,
    onCalls: (calls) => (paused ? setHeld : setLive)((before) => [...calls.toReversed(), ...before].slice(0, LIVE_MAX)),
  });
  const resume = () => {
    setLive([...held, ...live].slice(0, LIVE_MAX));
    setHeld([]);
    setPaused(false);
  };
  const known = new Set<string>();
  const rows = [...live.filter((call) => matches(call, search)), ...(stored.data?.pages.flatMap((page) => page.data) ?? [])]
    .filter(({ callId }) => !known.has(callId) && known.add(callId))
    .sort((one, other) => other.createdAt.localeCompare(one.createdAt));
  return {
    stored,
    rows,
    stream: slug === null ? ('open' as const) : stream,
    isOver,
    paused,
    held: held.filter((call) => matches(call, search)).length,
    pause: () => setPaused(true),
    resume,
  };
}
