import { DomainError } from '@mcpnest/shared/errors';

/** Another Version of an exposure's server that some clients are served before the others, as it is stored. */
export interface Canary {
  readonly id: string;
  readonly exposureId: string;
  readonly workspaceId: string;
  readonly serverId: string;
  readonly serverVersion: number;
  /** Tokens whose clients are all served it. */
  readonly tokenIds: readonly string[];
  /** Of the others, in per cent. */
  readonly sharePercent: number;
  readonly startedAt: Date;
  readonly startedByName: string;
  readonly revision: number;
}

/** Whom a canary serves. */
export type CanaryReach = Pick<Canary, 'tokenIds' | 'sharePercent'>;

/** What a workspace may try at a time: every combination of them is a catalogue of its own. */
export const CANARIES_PER_WORKSPACE_MAX = 4;
export const CANARY_TOKENS_MAX = 100;

/** @throws DomainError `platform.invalid-request` where it reaches nobody */
export function assertReachesSomebody({ tokenIds, sharePercent }: CanaryReach): void {
  if (sharePercent > 0 || tokenIds.length > 0) return;
  throw new DomainError('platform.invalid-request', {
    detail: 'A canary that serves nobody tells nothing: give it a share of at least 1 per cent or a token, or end it.',
  });
}

export const canaryNotFound = (): DomainError =>
  new DomainError('servers.canary-not-found', { detail: 'It may have ended: look at the version that the workspace pins.' });
