import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { newId, newSecretToken } from '@mcpnest/shared/ids';
import { SCOPES } from '@mcpnest/shared/permissions';
import { personOf, type Actor } from '../../../platform/context/actor.js';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.js';
import type { PageRequest } from '../../../platform/http/page.js';
import { secretHash } from '../secret-hash.js';
import { ApiKeyEntity } from './api-key.entity.js';
import type { ApiKeyList, CreateApiKeyRequest, CreatedApiKey } from './api-keys.dto.js';
import { presentApiKey } from './api-keys.presenter.js';
import { ApiKeysRepository } from './api-keys.repository.js';

const USED_EVERY_MS = 60_000;

/** Keys that let automations act for a person. */
@Injectable()
export class ApiKeys {
  constructor(
    private readonly keys: ApiKeysRepository,
    private readonly tx: Tx,
    private readonly ledger: Ledger,
  ) {}

  async list(ctx: Ctx, page: PageRequest): Promise<ApiKeyList> {
    const rows = await this.keys.listOf(ctx, ownerOf(ctx), { limit: page.limit, after: decodeCursor(page.cursor) });
    return pageOf(rows, page.limit, { item: presentApiKey, position: (row) => row });
  }

  /** @throws DomainError `auth.scope-unknown`, `auth.forbidden`, `platform.invalid-request` */
  async create(ctx: Ctx, request: CreateApiKeyRequest): Promise<CreatedApiKey> {
    assertMayManageKeys(ctx.actor);
    const scopes = assertKnownScopes(request.scopes ?? null);
    const key = newSecretToken('mna_');
    const entity: ApiKeyEntity = Object.assign(new ApiKeyEntity(), {
      id: newId('apiKey'),
      userId: ownerOf(ctx),
      name: request.name.trim(),
      hash: secretHash(key),
      last4: key.slice(-4),
      scopes,
      createdAt: new Date(),
      expiresAt: assertFuture(request.expiresAt),
      lastUsedAt: null,
    });
    await this.tx.run(ctx, async (inside) => {
      await this.keys.insert(inside, entity);
      await this.ledger.append(inside, {
        event: 'auth.api-key-created',
        subject: { kind: 'api-key', id: entity.id, name: entity.name },
        facts: { name: entity.name, last4: entity.last4, scopes: entity.scopes, expiresAt: entity.expiresAt?.toISOString() ?? null },
      });
    });
    return { ...presentApiKey(entity), key };
  }

  /** @throws DomainError `auth.api-key-not-found`, `auth.forbidden` */
  async revoke(ctx: Ctx, id: string): Promise<void> {
    if (ctx.actor.kind !== 'api-key' || ctx.actor.id !== id) assertMayManageKeys(ctx.actor);
    await this.tx.run(ctx, async (inside) => {
      const name = await this.keys.delete(inside, ownerOf(ctx), id);
      if (name === null) throw new DomainError('auth.api-key-not-found');
      await this.ledger.append(inside, { event: 'auth.api-key-revoked', subject: { kind: 'api-key', id, name }, facts: { name } });
    });
  }

  /** The actor behind a key, or null where it is unknown or expired. */
  async actorOf(ctx: Ctx, key: string): Promise<Actor | null> {
    const found = await this.keys.findLive(ctx, secretHash(key));
    if (!found) return null;
    const now = Date.now();
    if (now - (found.lastUsedAt?.getTime() ?? 0) >= USED_EVERY_MS) await this.keys.markUsed(ctx, found.id, new Date(now));
    return { kind: 'api-key', id: found.id, name: found.name, userId: found.userId, operator: found.operator, scopes: found.scopes };
  }
}

function ownerOf(ctx: Ctx): string {
  const userId = personOf(ctx.actor);
  if (userId === null) throw new DomainError('auth.not-signed-in');
  return userId;
}

function assertKnownScopes(scopes: readonly string[] | null): readonly string[] | null {
  const unknown = (scopes ?? []).filter((scope) => !(SCOPES as readonly string[]).includes(scope));
  if (unknown.length === 0) return scopes;
  throw new DomainError('auth.scope-unknown', {
    detail: `Scopes are permissions such as ${SCOPES[0]}.`,
    errors: unknown.map((scope) => ({ pointer: '/scopes', detail: `${scope} is not known.` })),
  });
}

/** A narrowed key must not widen itself by making another, nor take its owner's other keys away. */
function assertMayManageKeys(actor: Actor): void {
  if (actor.kind === 'api-key' && actor.scopes !== null) {
    throw new DomainError('auth.forbidden', {
      detail: 'An API key with scopes can revoke itself only. Use the console or a key without scopes.',
    });
  }
}

function assertFuture(expiresAt: string | null | undefined): Date | null {
  if (expiresAt === null || expiresAt === undefined) return null;
  const date = new Date(expiresAt);
  if (date.getTime() > Date.now()) return date;
  throw new DomainError('platform.invalid-request', {
    detail: 'A key that has expired already is of no use.',
    errors: [{ pointer: '/expiresAt', detail: 'Must be a time in the future.' }],
  });
}
