import { Injectable, Logger } from '@nestjs/common';
import type { Ctx } from '../../../platform/context/ctx.js';
import { AccountTokens } from '../accounts/account-tokens.service.js';
import type { AccountTokenSource } from '../accounts/account-token-source.js';
import type { ServerAccount } from '../accounts/account.js';
import { authSlots } from '../transports/server-auth.js';
import {
  credentialSlots,
  memberAuthOf,
  originOf,
  slotKey,
  withoutClientOfMembers,
  type RemoteTransport,
  type Transport,
} from '../transports/transport.js';
import { NOTHING_LENT, type Lent } from '../transports/upstream-target.js';
import { CredentialRepository } from '../credentials/credential.repository.js';
import { CredentialSealer } from '../credentials/credential-sealer.js';
import type { CredentialValues } from '../credentials/credential-values.js';
import { valueFor } from '../credentials/credential-slots.js';
import { EVERYBODY, type CredentialHolder, type StoredCredential } from '../credentials/credential.js';
import { ReferencedValues } from '../credentials/referenced-values.js';
import type { ClientTokenSource } from './client-token-source.js';
import { ClientTokens } from './client-tokens.service.js';
import { lentValues, type OpenedValue } from './lent-values.js';

/** Who asks: a server, by the transport of the version in use, for a workspace or for a person there. */
export interface Borrower extends Partial<CredentialHolder> {
  readonly serverId: string;
  readonly transport: Transport;
}

/** What a workspace sends to a server, and what members with values of their own send instead. */
export interface LentToWorkspace {
  readonly shared: Lent;
  /** By the person's id. */
  readonly personal: ReadonlyMap<string, Lent>;
}

const NONE_GIVEN: ReadonlyMap<string, string> = new Map();

/** Opens stored credentials for connections. A value that cannot be opened makes its own server unavailable and no other. */
@Injectable()
export class CredentialLender {
  private readonly log = new Logger('servers');
  /** Opened values by credential id; a new value has a new id. */
  private opened = new Map<string, string>();
  /** What references led to, by their text. */
  private referenced = new Map<string, string | null>();

  constructor(
    private readonly credentials: CredentialRepository,
    private readonly sealer: CredentialSealer,
    private readonly references: ReferencedValues,
    private readonly tokens: ClientTokens,
    private readonly accounts: AccountTokens,
  ) {}

  /** What each borrower may send, in order. Forgets every opened value that no borrower used, so it is for whole route tables. */
  async lendAll(ctx: Ctx, borrowers: readonly Borrower[]): Promise<readonly LentToWorkspace[]> {
    const round = await this.newRound(ctx, borrowers);
    const lent: LentToWorkspace[] = [];
    for (const borrower of borrowers) {
      const personal = new Map<string, Lent>();
      for (const userId of round.peopleOf(borrower)) personal.set(userId, await this.lendOne(ctx, { ...borrower, userId }, round));
      lent.push({ shared: await this.lendOne(ctx, borrower, round), personal });
    }
    this.opened = round.used;
    this.tokens.keep(round.tokens);
    this.accounts.keep(round.sources);
    this.referenced = round.referenced;
    return lent;
  }

  /** What one connection outside the route table may send, such as a test; `given` values go before stored ones. */
  async lend(ctx: Ctx, borrower: Borrower, given: CredentialValues = {}): Promise<Lent> {
    const round = await this.newRound(ctx, [borrower]);
    return this.lendOne(ctx, borrower, round, new Map(Object.entries(given).map(([name, value]) => [slotKey(name), value])));
  }

  /** Whether a reference that the newest route table uses leads to another value by now. */
  async hasNewReferencedValues(): Promise<boolean> {
    for (const [text, revision] of this.referenced) {
      if (((await this.references.read(text))?.revision ?? null) !== revision) return true;
    }
    return false;
  }

  private async newRound(ctx: Ctx, borrowers: readonly Borrower[]): Promise<LendingRound> {
    const withSlots = idsOf(borrowers.filter(({ transport }) => credentialSlots(transport).length > 0));
    const [own, overrides, accounts] = await Promise.all([
      this.credentials.ofServers(ctx, withSlots),
      this.credentials.overridesAcrossWorkspaces(ctx, withSlots),
      this.accounts.of(ctx, idsOf(borrowers.filter(({ transport }) => memberAuthOf(transport) !== null))),
    ]);
    return new LendingRound([...own, ...overrides], accounts);
  }

  private async lendOne(ctx: Ctx, borrower: Borrower, round: LendingRound, given: ReadonlyMap<string, string> = NONE_GIVEN): Promise<Lent> {
    if (borrower.transport.type === 'builtin') return NOTHING_LENT;
    const transport = withoutClientOfMembers(borrower.transport);
    const opened = new Map<string, OpenedValue>();
    for (const slot of credentialSlots(transport)) {
      const fresh = given.get(slotKey(slot));
      if (fresh !== undefined) {
        opened.set(slot, { value: fresh, credentialId: null, revision: 'given' });
        continue;
      }
      const credential = round.valueFor(borrower, slot);
      const value = credential && (await this.valueOf(ctx, credential, round));
      if (value) opened.set(slot, value);
    }
    const lent = lentValues(transport, opened);
    if (transport.type === 'stdio') return lent;
    return memberAuthOf(transport) ? this.withAccount(ctx, borrower, lent, round) : this.withTokens(transport, lent, opened, round);
  }

  /** A person's own account; where nobody in particular asks, the one that the server is listed with. */
  private async withAccount(ctx: Ctx, borrower: Borrower, lent: Lent, round: LendingRound): Promise<Lent> {
    const account = round.accountFor(borrower);
    const authorization = account && (await this.accounts.sourceFor(ctx, account, round.sources));
    if (!account || !authorization) return lent;
    return {
      ...lent,
      authorization,
      credentialIds: [...lent.credentialIds, account.id],
      revisions: [...lent.revisions, account.id],
    };
  }

  /** Tokens are asked for when they are first needed, by whoever sends. */
  private withTokens(transport: RemoteTransport, lent: Lent, opened: ReadonlyMap<string, OpenedValue>, round: LendingRound): Lent {
    const { auth, url } = transport;
    const value = auth?.type === 'oauth-client' && lent.missing.length === 0 ? opened.get(authSlots(auth)[0]!) : undefined;
    if (auth?.type !== 'oauth-client' || !value) return lent;
    const wish = { auth, secret: value.value, resource: url };
    const kept = value.credentialId === null ? null : round.tokens;
    return { ...lent, authorization: this.tokens.sourceFor(wish, value.revision, kept) };
  }

  private async valueOf(ctx: Ctx, credential: StoredCredential, round: LendingRound): Promise<OpenedValue | null> {
    try {
      const { id, reference } = credential;
      const text = round.used.get(id) ?? this.opened.get(id) ?? (await this.sealer.open(ctx, credential));
      round.used.set(id, text);
      if (reference === null) return { value: text, credentialId: id, revision: id };
      const found = await this.references.read(text);
      round.referenced.set(text, found?.revision ?? null);
      if (found) return { value: found.value, credentialId: id, revision: `${id} ${found.revision}` };
    } catch {
      // Said below, without what was thrown.
    }
    this.log.error({
      code: 'servers.credential-unreadable',
      serverId: credential.serverId,
      slot: credential.name,
      msg:
        credential.reference === null
          ? 'A stored credential cannot be read: set it again, or restore the master key.'
          : 'What a credential refers to cannot be read, or cannot be sent: mend the file or the variable.',
    });
    return null;
  }
}

const idsOf = (borrowers: readonly Borrower[]): readonly string[] => [...new Set(borrowers.map(({ serverId }) => serverId))];

/** One look at everything stored. */
class LendingRound {
  readonly used = new Map<string, string>();
  readonly tokens = new Map<string, ClientTokenSource>();
  readonly referenced = new Map<string, string | null>();
  readonly sources = new Map<string, AccountTokenSource>();
  private readonly byServer = new Map<string, StoredCredential[]>();

  constructor(
    stored: readonly StoredCredential[],
    private readonly accounts: readonly ServerAccount[],
  ) {
    for (const credential of stored) {
      const known = this.byServer.get(credential.serverId);
      if (known) known.push(credential);
      else this.byServer.set(credential.serverId, [credential]);
    }
  }

  /** Members of the borrower's workspace with values of their own for its server. */
  peopleOf({ serverId, workspaceId }: Borrower): ReadonlySet<string> {
    const held = [...(this.byServer.get(serverId) ?? []), ...this.accounts.filter((account) => account.serverId === serverId)];
    const own = held.filter((one) => one.workspaceId === workspaceId && one.userId !== null);
    return new Set(own.map(({ userId }) => userId!));
  }

  /** The account of exactly this holder, for exactly this origin and by the issuer that is accepted: nobody's stands in for another's. */
  accountFor({ serverId, transport, workspaceId = null, userId = null }: Borrower): ServerAccount | null {
    const holder = userId === null ? EVERYBODY : { workspaceId, userId };
    const issuer = memberAuthOf(transport)?.issuer ?? null;
    const isFit = (account: ServerAccount): boolean =>
      account.serverId === serverId && account.origin === originOf(transport) && (issuer === null || account.issuer === issuer);
    return this.accounts.find((one) => isFit(one) && one.workspaceId === holder.workspaceId && one.userId === holder.userId) ?? null;
  }

  /** The person's own value, else the workspace's, else everybody's. */
  valueFor({ serverId, transport, workspaceId = null, userId = null }: Borrower, slot: string): StoredCredential | null {
    const stored = this.byServer.get(serverId) ?? [];
    const holders: CredentialHolder[] = [{ workspaceId, userId }, { workspaceId, userId: null }, EVERYBODY];
    for (const holder of holders) {
      const held = stored.filter((one) => one.workspaceId === holder.workspaceId && one.userId === holder.userId);
      const value = valueFor(transport, slot, held);
      if (value) return value;
    }
    return null;
  }
}
