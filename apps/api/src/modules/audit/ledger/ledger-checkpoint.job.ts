import { createPublicKey } from 'node:crypto';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { systemCtx } from '../../../platform/context/ctx.js';
import { JobRunner, type Job } from '../../../platform/jobs/job-runner.js';
import { AuditSigner } from '../chain/audit-signer.js';
import { LEDGER_CHAIN } from '../chain/chain-name.js';
import { ChainVerifier } from '../chain/chain-verifier.js';
import { CheckpointFeed } from '../chain/checkpoint-feed.js';
import { statementHash, type SignedCheckpoint } from '../chain/checkpoint.js';
import { EvidenceReadModel } from '../verification/evidence.read-model.js';
import { RowSink } from '../spool/row-sink.js';
import { LedgerRowsReadModel } from './ledger-rows.read-model.js';

const CTX = systemCtx('ledger-checkpoint');
const MINUTE_MS = 60_000;

/**
 * Signs the ledger's chain once a minute where it grew. It follows the new rows from the last checkpoint first: what does not
 * follow is not signed, so that nobody gets a signature for what was written past the product.
 */
@Injectable()
export class LedgerCheckpointJob implements Job, OnModuleInit {
  readonly name = 'audit.sign-ledger';
  readonly everyMs = MINUTE_MS;
  private readonly log = new Logger('audit');

  constructor(
    private readonly rows: LedgerRowsReadModel,
    private readonly sink: RowSink,
    private readonly evidence: EvidenceReadModel,
    private readonly signer: AuditSigner,
    private readonly feed: CheckpointFeed,
    private readonly jobs: JobRunner,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this);
  }

  async run(): Promise<void> {
    const last = await this.evidence.lastCheckpoint(CTX, LEDGER_CHAIN);
    const end = await this.follow(last);
    if (end === null) return;
    const checkpoint = this.signer.sign({
      chain: LEDGER_CHAIN,
      writer: LEDGER_CHAIN,
      number: (last?.number ?? 0) + 1,
      sequence: end.sequence,
      hash: end.hash,
      dropped: 0,
      kind: 'interval' as const,
      madeAt: new Date().toISOString(),
      previous: last && statementHash(last),
    });
    await this.sink.checkpoint(checkpoint);
    this.feed.tell([checkpoint]);
  }

  /** The end of the chain, or null where it did not grow or does not follow from the last checkpoint. */
  private async follow(last: SignedCheckpoint | null): Promise<{ readonly sequence: number; readonly hash: string } | null> {
    const keys = new Map([...(await this.evidence.keys(CTX)), [this.signer.keyId, createPublicKey(this.signer.publicKeyPem)]]);
    const verifier = new ChainVerifier(LEDGER_CHAIN, { checkpoints: last ? [last] : [], gaps: [], keys });
    if (last) verifier.startBehind(last);
    let end: { sequence: number; hash: string } | null = null;
    await this.rows.each(CTX, last?.sequence ?? 0, (row) => {
      verifier.add(row);
      end = { sequence: Number(row['sequence']), hash: String(row['hash']) };
      return !verifier.isBroken;
    });
    const { fault } = verifier.finish();
    if (fault) this.log.error({ msg: 'the ledger does not follow from its last checkpoint and is not signed; verify it', fault });
    return fault ? null : end;
  }
}
