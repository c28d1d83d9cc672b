import type { Provider } from '@nestjs/common';
import { LedgerCheckpointJob } from './ledger-checkpoint.job.js';
import { LedgerExports } from './ledger-exports.service.js';
import { LedgerRowsReadModel } from './ledger-rows.read-model.js';
import { LedgerReadModel } from './ledger.read-model.js';

/** What reads, signs and exports the ledger. */
export const LEDGER_PROVIDERS: Provider[] = [LedgerCheckpointJob, LedgerExports, LedgerRowsReadModel, LedgerReadModel];
