import type { UpstreamFacts } from '@mcpnest/gateway-core';

/** What a server said it tells about. */
export interface WhatChanges {
  readonly tools: boolean;
  readonly prompts: boolean;
  readonly resources: boolean;
  /** Whether updates of single resources can be had. */
  readonly updates: boolean;
}

/** Reads a server's capabilities; only a plain `true` is a promise. */
export function whatChanges({ capabilities }: Pick<UpstreamFacts, 'capabilities'>): WhatChanges {
  return {
    tools: has(capabilities['tools'], 'listChanged'),
    prompts: has(capabilities['prompts'], 'listChanged'),
    resources: has(capabilities['resources'], 'listChanged'),
    updates: has(capabilities['resources'], 'subscribe'),
  };
}

function has(capability: unknown, key: string): boolean {
  return (capability as Record<string, unknown> | null | undefined)?.[key] === true;
}
