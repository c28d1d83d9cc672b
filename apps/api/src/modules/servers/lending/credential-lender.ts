import { Injectable, Logger } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { credentialSlots, slotKey, type Transport } from '../transports/transport.js';
import type { LentHeaders } from '../transports/upstream-target.js';
import { CredentialRepository } from '../credentials/credential.repository.js';
import { CredentialSealer } from '../credentials/credential-sealer.js';
import { valueFor } from '../credentials/credential-slots.js';
import type { StoredCredential } from '../credentials/credential.js';

/** Who asks: a server, by the transport of the version in use. */
export interface Borrower {
  readonly serverId: string;
  readonly transport: Transport;
}

/** Opens stored credentials for connections. A value that cannot be opened makes its own server unavailable and no other. */
@Injectable()
export class CredentialLender {
  private readonly log = new Logger('servers');
  /** Opened values by credential id; a new value has a new id. */
  private opened = new Map<string, string>();

  constructor(
    private readonly credentials: CredentialRepository,
    private readonly sealer: CredentialSealer,
  ) {}

  /** Headers for each borrower, in order. Forgets every opened value that no borrower used, so it is for whole route tables. */
  async lendAll(ctx: Ctx, borrowers: readonly Borrower[]): Promise<readonly LentHeaders[]> {
    const used = new Map<string, string>();
    const lent = await this.lendFrom(ctx, borrowers, used);
    this.opened = used;
    return lent;
  }

  /** Headers for one connection outside the route table, such as a test. */
  async lend(ctx: Ctx, borrower: Borrower): Promise<LentHeaders> {
    const [lent] = await this.lendFrom(ctx, [borrower], new Map());
    return lent ?? { headers: {}, missing: [], credentialIds: [] };
  }

  private async lendFrom(ctx: Ctx, borrowers: readonly Borrower[], used: Map<string, string>): Promise<readonly LentHeaders[]> {
    const stored = await this.credentials.ofServers(ctx, [
      ...new Set(borrowers.filter(({ transport }) => credentialSlots(transport).length > 0).map(({ serverId }) => serverId)),
    ]);
    const byServer = new Map<string, StoredCredential[]>();
    for (const credential of stored) byServer.set(credential.serverId, [...(byServer.get(credential.serverId) ?? []), credential]);
    const lent: LentHeaders[] = [];
    for (const borrower of borrowers) lent.push(await this.headersOf(ctx, borrower.transport, byServer.get(borrower.serverId) ?? [], used));
    return lent;
  }

  private async headersOf(
    ctx: Ctx,
    transport: Transport,
    stored: readonly StoredCredential[],
    used: Map<string, string>,
  ): Promise<LentHeaders> {
    if (transport.type === 'builtin') return { headers: {}, missing: [], credentialIds: [] };
    const headers: Record<string, string> = {};
    const missing: string[] = [];
    const credentialIds: string[] = [];
    for (const header of transport.headers) {
      const credential = header.secret ? valueFor(transport, header.name, stored) : null;
      const value = header.secret ? credential && (await this.valueOf(ctx, credential, used)) : (header.value ?? '');
      if (credential) credentialIds.push(credential.id);
      if (value === null) missing.push(header.name);
      else headers[slotKey(header.name)] = value;
    }
    return { headers, missing, credentialIds };
  }

  private async valueOf(ctx: Ctx, credential: StoredCredential, used: Map<string, string>): Promise<string | null> {
    try {
      const value = used.get(credential.id) ?? this.opened.get(credential.id) ?? (await this.sealer.open(ctx, credential));
      used.set(credential.id, value);
      return value;
    } catch {
      this.log.error({
        code: 'servers.credential-unreadable',
        serverId: credential.serverId,
        slot: credential.name,
        msg: 'A stored credential cannot be read: set it again, or restore the master key.',
      });
      return null;
    }
  }
}
