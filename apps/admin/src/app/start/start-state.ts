import { readLocal, writeLocal } from '../../lib/local-store';
import type { RemoteTransport } from '../../features/servers/intake/parsed-server';

export const START_STEPS = ['workspace', 'server', 'test', 'connect'] as const;
export type StartStep = (typeof START_STEPS)[number];

/** The server picked: one of the catalogue, the demo, or a new remote one. No secrets: those stay in memory. */
export type StartChoice =
  | { kind: 'existing'; slug: string; name: string }
  | { kind: 'demo'; name: string }
  | { kind: 'remote'; name: string; transport: RemoteTransport };

/** Where a guided start stands. It survives leaving the page, so it has no place for a token. */
export interface StartState {
  step: StartStep;
  workspace: string | null;
  choice: StartChoice | null;
  tokenId: string | null;
}

const KEY = 'start';

export const loadStart = (): StartState | null => {
  const state = readLocal<StartState>(KEY);
  return state && START_STEPS.includes(state.step) ? state : null;
};

/** Null ends the guided start. */
export const saveStart = (state: StartState | null): void => writeLocal(KEY, state);
