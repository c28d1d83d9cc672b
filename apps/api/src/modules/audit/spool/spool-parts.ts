import { Injectable } from '@nestjs/common';
import { AuditSigner } from '../chain/audit-signer.js';
import { CheckpointFeed } from '../chain/checkpoint-feed.js';
import { RowSink } from './row-sink.js';

/** What spools need besides their files. */
@Injectable()
export class SpoolParts {
  constructor(
    readonly sink: RowSink,
    readonly signer: AuditSigner,
    readonly feed: CheckpointFeed,
  ) {}
}
