import type { Call } from '@mcpnest/api-client';
import { useEffect, useEffectEvent, useState } from 'react';

export type StreamState = 'connecting' | 'open' | 'lost';
/** Calls are handed over in bundles, so that a busy workspace does not repaint for each of them. */
const BUNDLE_MS = 200;

interface StreamOptions {
  slug: string;
  enabled: boolean;
  /** New calls, oldest first. */
  onCalls: (calls: Call[]) => void;
}

/** Follows the calls of a workspace. The browser reconnects by itself and says which call it saw last. */
export function useCallStream({ slug, enabled, onCalls }: StreamOptions): StreamState {
  const [state, setState] = useState<StreamState>('connecting');
  const deliver = useEffectEvent(onCalls);
  useEffect(() => {
    if (!enabled) return undefined;
    const source = new EventSource(`/api/v1/workspaces/${encodeURIComponent(slug)}/calls/stream`);
    let bundle: Call[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      timer = undefined;
      const calls = bundle;
      bundle = [];
      deliver(calls);
    };
    source.addEventListener('open', () => setState('open'));
    source.addEventListener('error', () => setState('lost'));
    source.addEventListener('call', (event) => {
      bundle.push(JSON.parse((event as MessageEvent<string>).data) as Call);
      timer ??= setTimeout(flush, BUNDLE_MS);
    });
    return () => {
      clearTimeout(timer);
      source.close();
      setState('connecting');
    };
  }, [slug, enabled]);
  return state;
}
