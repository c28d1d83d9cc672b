import { Injectable, Logger } from '@nestjs/common';
import type { UpstreamFailureCode } from '@mcpnest/gateway-core';
import { newId } from '@mcpnest/shared/ids';
import { systemCtx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { UpstreamProber } from '../connection-test/upstream-prober.js';
import { CredentialLender } from '../lending/credential-lender.js';
import { targetOf } from '../transports/upstream-target.js';
import { afterLook } from './look.js';
import { ServerLooksRepository, type LookedAt } from './server-looks.repository.js';

const CTX = systemCtx('server-looks');
const PATIENCE_MS = 10_000;
const AT_ONCE = 10;

/** Looks whether the servers in use answer, with what everybody's calls carry, and notes when that turns. */
@Injectable()
export class ServerLooks {
  private readonly log = new Logger('servers');

  constructor(
    private readonly tx: Tx,
    private readonly looks: ServerLooksRepository,
    private readonly lender: CredentialLender,
    private readonly prober: UpstreamProber,
  ) {}

  /** One look at each; ends early when the signal fires. */
  async round(signal: AbortSignal): Promise<void> {
    const inUse = await this.looks.inUseAcrossWorkspaces(CTX);
    const waiting = [...inUse];
    const worker = async (): Promise<void> => {
      for (let version = waiting.shift(); version && !signal.aborted; version = waiting.shift()) await this.look(version, signal);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    if (!signal.aborted)
      await this.looks.forgetOthers(
        CTX,
        inUse.map(({ versionId }) => versionId),
      );
  }

  /** A look that fails by a fault of ours says nothing; no transaction is open while the network is. */
  private async look(version: LookedAt, signal: AbortSignal): Promise<void> {
    try {
      const fault = await this.faultOf(version, signal);
      if (!signal.aborted) await this.note(version, fault);
    } catch (error) {
      if (!signal.aborted)
        this.log.warn({ msg: 'a server could not be looked at; the next round tries again', server: version.serverSlug, err: error });
    }
  }

  private async faultOf({ serverId, serverSlug, number, transport }: LookedAt, signal: AbortSignal): Promise<UpstreamFailureCode | null> {
    const target = targetOf({ serverId, serverSlug, version: number, transport }, await this.lender.lend(CTX, { serverId, transport }));
    const patience = AbortSignal.timeout(PATIENCE_MS);
    try {
      return await this.prober.reach(target, AbortSignal.any([signal, patience]));
    } catch (error) {
      if (!patience.aborted) throw error;
      return 'gateway.upstream-timeout';
    }
  }

  private async note({ versionId, serverSlug }: LookedAt, fault: UpstreamFailureCode | null): Promise<void> {
    await this.tx.run(CTX, async (ctx) => {
      const before = await this.looks.find(ctx, versionId);
      const now = new Date();
      const after = afterLook(before, fault, now);
      if (!after) return;
      await this.looks.save(ctx, versionId, after);
      const wasUp = before?.isUp ?? true;
      if (wasUp === after.isUp) return;
      await this.looks.addTurn(ctx, { id: newId('serverTurn'), versionId, before: before?.since ?? now, after });
      this.log.warn({
        msg: after.isUp ? 'a server answers again' : 'a server does not answer',
        server: serverSlug,
        code: after.reason ?? undefined,
      });
    });
  }
}
