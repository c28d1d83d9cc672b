import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { systemCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { JobRunner } from '../../../platform/jobs/job-runner.js';
import { AccountRevocationRepository, type AccountRevocation } from './account-revocation.repository.js';
import { RevocationAttempt, type RevocationResult } from './revocation-attempt.service.js';

const CTX = systemCtx('account-revocation');
const EVERY_MS = 10_000;
const AT_ONCE = 10;
const MINUTE_MS = 60_000;
/** Between one try and the next; after the last the tokens end by themselves. Three days in all. */
const PAUSES_MINUTES = [1, 5, 30, 120, 360, 720, 1_440, 1_440] as const;

/** Takes the tokens of ended accounts back at their authorization servers, in the background, until it is done or was tried for three days. */
@Injectable()
export class AccountRevocations implements OnModuleInit {
  private readonly log = new Logger('servers');

  constructor(
    private readonly jobs: JobRunner,
    private readonly revocations: AccountRevocationRepository,
    private readonly attempt: RevocationAttempt,
    private readonly tx: Tx,
    private readonly ledger: Ledger,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'servers.revoke-accounts', everyMs: EVERY_MS, run: (signal) => this.round(signal) });
  }

  private async round(signal: AbortSignal): Promise<void> {
    for (let due = AT_ONCE; due === AT_ONCE && !signal.aborted;) {
      const taken = await this.revocations.takeDueAcrossWorkspaces(CTX, AT_ONCE);
      await Promise.all(taken.map((one) => this.try(one)));
      due = taken.length;
    }
  }

  private async try(one: AccountRevocation): Promise<void> {
    const result = await this.attempt.make(CTX, one);
    const pauseMinutes = result.isWorthAnother ? PAUSES_MINUTES[one.tries - 1] : undefined;
    if (pauseMinutes !== undefined) return this.revocations.postpone(CTX, one.id, new Date(Date.now() + pauseMinutes * MINUTE_MS));
    await this.end(one, result);
  }

  /** Whatever came of it, the tokens are kept no longer. */
  private async end(
    { id, serverId, serverSlug: slug, workspaceId, userId, tries }: AccountRevocation,
    { why }: RevocationResult,
  ): Promise<void> {
    await this.tx.run(CTX, async (inside) => {
      if (!(await this.revocations.delete(inside, id))) return;
      await this.ledger.append(inside, {
        event: why === null ? 'servers.account-revoked' : 'servers.account-not-revoked',
        subject: { kind: 'server', id: serverId, name: slug ?? serverId },
        ...(workspaceId !== null && { workspaceId }),
        facts: { slug, holder: userId === null ? 'everybody' : 'person', tries, why },
      });
    });
    if (why !== null)
      this.log.warn({ msg: 'the tokens of an ended account could not be taken back', code: 'servers.oauth-unreachable', serverId });
  }
}
