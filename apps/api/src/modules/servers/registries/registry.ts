import { DomainError } from '@mcpnest/shared/errors';

/** Minutes between two rounds. */
export const EVERY_MINUTES = { min: 5, max: 10_080, default: 360 } as const;
export const REGISTRIES_MAX = 20;

/** A registry whose entries are kept here, and how its last round went. */
export interface Registry {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly enabled: boolean;
  readonly everyMinutes: number;
  readonly createdAt: Date;
  readonly revision: number;
  /** Since when a process reads it; null where none does. */
  readonly runningSince: Date | null;
  readonly triedAt: Date | null;
  readonly succeededAt: Date | null;
  /** A code of the error catalogue, of the last round; null where it went well. */
  readonly problem: string | null;
  readonly problemDetail: string | null;
  /** Items of the last round that were no servers. */
  readonly unreadable: number;
  /** The newest change that was read; the next round asks for what changed since a little before it. */
  readonly syncedUntil: Date | null;
}

/** What somebody decides about a registry. */
export type RegistrySettings = Pick<Registry, 'name' | 'url' | 'enabled' | 'everyMinutes'>;

/**
 * Where a registry lists its servers: the address itself where it is that of a list or of a file, else below the address.
 * @throws DomainError `platform.invalid-request` for what is no such address
 */
export function listAddressOf(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '' || url.hash !== '') {
    throw new DomainError('platform.invalid-request', {
      errors: [{ pointer: '/url', detail: 'Give an address that begins with https://, without name and password.' }],
    });
  }
  if (!/(\/servers|\.json)\/?$/.test(url.pathname)) url.pathname = `${url.pathname.replace(/\/$/, '')}/v0.1/servers`;
  return url;
}

export const registryNotFound = (): DomainError => new DomainError('servers.registry-not-found', { detail: 'It may have been removed.' });
