import { Injectable } from '@nestjs/common';
import { DomainError, type FieldError } from '@mcpnest/shared/errors';
import type { Ctx } from '../../../platform/context/ctx.js';
import { SettingsRepository } from '../../../platform/database/settings.repository.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { Vault } from '../../../platform/vault/vault.js';
import { Memberships } from '../invites/memberships.port.js';
import type { OidcSettings } from './oidc-settings.js';

const NAME = 'auth.oidc';
const PLACE = { table: 'settings', rowId: NAME, owner: 'installation', column: 'client_secret' } as const;

/** The settings as an operator writes them; the secret in clear, absent where the one before stays, null where there is none. */
export type OidcSettingsChange = Omit<OidcSettings, 'clientSecret' | 'revision'> & { readonly clientSecret?: string | null };

/** Keeps how people sign in through an identity provider. */
@Injectable()
export class OidcSettingsStore {
  constructor(
    private readonly settings: SettingsRepository,
    private readonly vault: Vault,
    private readonly memberships: Memberships,
    private readonly tx: Tx,
    private readonly ledger: Ledger,
  ) {}

  /** Null where nothing was ever set. */
  async read(ctx: Ctx): Promise<OidcSettings | null> {
    return ((await this.settings.read(ctx, NAME)) as OidcSettings | undefined) ?? null;
  }

  /** The client secret in clear; null for a public client. */
  async secretOf(ctx: Ctx, { clientSecret }: OidcSettings): Promise<string | null> {
    return clientSecret === null ? null : this.vault.open(ctx, PLACE, clientSecret);
  }

  /** @throws DomainError `platform.invalid-request` with each field at fault */
  async replace(ctx: Ctx, change: OidcSettingsChange): Promise<OidcSettings> {
    await this.assertValid(ctx, change);
    // Sealed before the transaction: the first use of a key makes one.
    const sealed = typeof change.clientSecret === 'string' ? await this.vault.seal(ctx, PLACE, change.clientSecret) : change.clientSecret;
    return this.tx.run(ctx, async (inside) => {
      const before = await this.read(inside);
      const next: OidcSettings = {
        ...change,
        clientSecret: sealed === undefined ? keptSecret(before, change) : sealed,
        revision: (before?.revision ?? 0) + 1,
      };
      await this.settings.write(inside, NAME, next);
      await this.ledger.append(inside, {
        event: 'auth.oidc-changed',
        subject: { kind: 'settings', id: 'oidc', name: 'Single sign-on' },
        facts: { enabled: next.enabled, issuer: next.issuer, changed: changedFields(before, next) },
      });
      return next;
    });
  }

  private async assertValid(ctx: Ctx, change: OidcSettingsChange): Promise<void> {
    const errors: FieldError[] = [];
    if (!isIssuer(change.issuer))
      errors.push({
        pointer: '/issuer',
        detail: 'Give the address of the provider, without query and fragment; https, unless an egress rule allows the place.',
      });
    if (change.provisioning === 'automatic' && change.emailDomains.length === 0)
      errors.push({ pointer: '/emailDomains', detail: 'Name the domains whose people are let in without an invitation.' });
    const known = new Set((await this.memberships.visibleTo(ctx, ctx.actor)).map(({ id }) => id));
    change.groupRoles.forEach(({ workspaceId }, index) => {
      if (!known.has(workspaceId)) errors.push({ pointer: `/groupRoles/${index}/workspaceId`, detail: 'There is no such workspace.' });
    });
    if (errors.length > 0) throw new DomainError('platform.invalid-request', { detail: 'Correct the fields; see errors.', errors });
  }
}

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '' && search === '' && hash === '';
}

/** A secret belongs to one issuer and client: it is not shown to another that is set in their place. */
function keptSecret(before: OidcSettings | null, change: OidcSettingsChange): string | null {
  return before && before.issuer === change.issuer && before.clientId === change.clientId ? before.clientSecret : null;
}

function changedFields(before: OidcSettings | null, next: OidcSettings): string[] {
  const names = (Object.keys(next) as (keyof OidcSettings)[]).filter((name) => name !== 'revision');
  return names.filter((name) => JSON.stringify(before?.[name]) !== JSON.stringify(next[name])).sort();
}
