import { createPublicKey } from 'node:crypto';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { AuditConfig } from '../../../config/slices.js';
import { systemCtx, type Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { AuditSigner } from '../chain/audit-signer.js';
import { parseChain } from '../chain/chain-name.js';
import { ChainVerifier, type ChainFault, type ChainVerdict, type ExportedRow } from '../chain/chain-verifier.js';
import { seriesFault } from '../chain/checkpoint-series.js';
import { ChainRowsReadModel } from './chain-rows.read-model.js';
import { EvidenceReadModel } from './evidence.read-model.js';
import type { Verification } from './verification.dto.js';

const DAY_MS = 86_400_000;

/** Proves that stored call records are what was spooled and the ledger is what was written, and hands out what others need to prove it themselves. */
@Injectable()
export class VerificationService implements OnApplicationBootstrap {
  constructor(
    private readonly tx: Tx,
    private readonly ledger: Ledger,
    private readonly rows: ChainRowsReadModel,
    private readonly evidence: EvidenceReadModel,
    private readonly signer: AuditSigner,
    private readonly config: AuditConfig,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.evidence.keepKey(systemCtx('audit'), this.signer.keyId, this.signer.publicKeyPem);
  }

  /** Follows every chain of these days. That somebody looked is itself a fact of the ledger. */
  async verify(ctx: Ctx, from: string, to: string): Promise<Verification> {
    const chains = await this.evidence.chains(ctx, from, to);
    const verdicts: (ChainVerdict & { readonly isDropped: boolean })[] = [];
    for (const chain of chains) verdicts.push(await this.verdict(ctx, chain));
    const fault = verdicts.find((verdict) => verdict.fault !== null);
    const result = {
      ok: fault === undefined,
      rows: verdicts.reduce((sum, { rows }) => sum + rows, 0),
      signedRows: verdicts.reduce((sum, { signedRows, knownMissing }) => sum + Math.max(0, signedRows - knownMissing), 0),
      chains: verdicts,
    };
    await this.tx.run(ctx, (inner) =>
      this.ledger.append(inner, {
        event: 'audit.verified',
        subject: { kind: 'settings', id: 'audit', name: 'Call records' },
        facts: { from, to, ok: result.ok, rows: result.rows, firstFault: fault ? `${fault.chain} ${fault.fault?.sequence}` : null },
      }),
    );
    return result;
  }

  /** The rows of a chain, one JSON object a line. */
  export(ctx: Ctx, chain: string, write: (line: string) => Promise<void> | void): Promise<void> {
    return this.rows.each(ctx, chain, async (row: ExportedRow) => {
      await write(`${JSON.stringify(row)}\n`);
      return true;
    });
  }

  private async verdict(ctx: Ctx, chain: string): Promise<ChainVerdict & { readonly isDropped: boolean }> {
    const [checkpoints, gaps] = [await this.evidence.checkpoints(ctx, chain), await this.evidence.gaps(ctx, chain)];
    // The key of this process is trusted; older ones are those that the installation kept.
    const keys = new Map([...(await this.evidence.keys(ctx)), [this.signer.keyId, createPublicKey(this.signer.publicKeyPem)]]);
    const verifier = new ChainVerifier(chain, { checkpoints, gaps, keys });
    await this.rows.each(ctx, chain, (row) => {
      verifier.add(row);
      return !verifier.isBroken;
    });
    const verdict = verifier.finish();
    const missing = verdict.fault === null ? await this.missingCheckpoint(ctx, parseChain(chain).writer) : null;
    if (missing) return { ...verdict, fault: missing, isDropped: false };
    const isDropped = verdict.rows === 0 && this.isPastRetention(chain) && (await this.evidence.isDropped(ctx, chain));
    return isDropped ? { ...verdict, fault: null, isDropped } : { ...verdict, isDropped };
  }

  private async missingCheckpoint(ctx: Ctx, writer: string): Promise<ChainFault | null> {
    const fault = seriesFault(await this.evidence.checkpointsOfWriter(ctx, writer));
    return fault && (await this.evidence.hasDamagedFiles(ctx, writer)) ? null : fault;
  }

  /** Nothing younger is ever dropped, whatever the database says. */
  private isPastRetention(chain: string): boolean {
    return Date.parse(parseChain(chain).day) < Date.now() - (this.config.retentionDays + 1) * DAY_MS;
  }
}
