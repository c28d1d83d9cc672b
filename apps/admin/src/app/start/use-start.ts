import { ApiProblem, type Transport } from '@mcpnest/api-client';
import { useEffect, useState } from 'react';
import { useExpose } from '../../features/servers/exposures.mutations';
import { useCreateServer } from '../../features/servers/servers.mutations';
import { useCreateToken, useRevokeToken } from '../../features/workspaces/tokens.mutations';
import { useMe } from '../../lib/session.queries';
import { appText } from '../app.text';
import { loadStart, saveStart, type StartChoice, type StartState } from './start-state';

/** A choice as a transport to be tested; null for a server that the catalogue has already. */
export function transportOfChoice(choice: StartChoice): Transport | null {
  if (choice.kind === 'existing') return null;
  if (choice.kind === 'demo') return { type: 'builtin', name: 'demo' };
  const { headers, ...rest } = choice.transport;
  return { ...rest, era: 'auto', ...(headers.length > 0 ? { headers } : {}) };
}

function firstState(slug: string | undefined): StartState {
  const state = loadStart();
  if (state) return state;
  return { step: slug === undefined ? 'workspace' : 'server', workspace: slug ?? null, choice: null, tokenId: null };
}

/** A token that somebody ended already needs no ending. */
const unlessGone = (problem: unknown): void => {
  if (!(problem instanceof ApiProblem && (problem.status === 404 || problem.status === 409))) throw problem;
};

/** The guided start: its place is remembered, its secrets are not. */
export function useStart(workspace: string | undefined) {
  const me = useMe();
  const [state, setState] = useState<StartState>(() => firstState(workspace ?? me.workspaces[0]?.slug));
  const [resumed] = useState(() => loadStart() !== null);
  const [secrets, setSecrets] = useState<Record<string, string>>({});
  const [token, setToken] = useState<string | null>(null);
  const slug = state.workspace ?? '';
  const create = useCreateServer();
  const expose = useExpose();
  const makeToken = useCreateToken(slug);
  const revoke = useRevokeToken(slug);
  useEffect(() => saveStart(state), [state]);
  const go = (part: Partial<StartState>) => setState((before) => ({ ...before, ...part }));

  const mint = async () => {
    const made = await makeToken.mutateAsync({ name: appText.start.tokenName });
    setToken(made.token);
    return made.id;
  };

  /** Puts the chosen server into the catalogue if need be, shows it in the workspace and makes the first token. */
  const add = async (choice: StartChoice) => {
    const transport = transportOfChoice(choice);
    let server = choice.kind === 'existing' ? choice.slug : null;
    if (transport) {
      const made = await create.mutateAsync({
        name: choice.name,
        transport,
        ...(Object.keys(secrets).length > 0 ? { credentials: secrets } : {}),
      });
      server = made.slug;
      setSecrets({});
      go({ choice: { kind: 'existing', slug: made.slug, name: made.name } });
    }
    await expose.mutateAsync({ slug, server: server ?? '' });
    go({ step: 'connect', tokenId: await mint() });
  };

  /** A token that was shown and lost is revoked; a new one takes its place. */
  const replaceToken = async () => {
    if (state.tokenId) await revoke.mutateAsync({ id: state.tokenId, reason: 'replaced' }).catch(unlessGone);
    go({ tokenId: await mint() });
  };

  return {
    state,
    resumed,
    secrets,
    token,
    go,
    setSecrets,
    add,
    replaceToken,
    end: () => saveStart(null),
    pending: create.isPending || expose.isPending || makeToken.isPending || revoke.isPending,
    error: create.error ?? expose.error ?? makeToken.error ?? revoke.error,
  };
}

export type Start = ReturnType<typeof useStart>;
