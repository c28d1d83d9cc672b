export { AuditModule } from './audit.module.js';
export { AuditLedger } from './ledger/audit-ledger.repository.js';
export { CallCountsReadModel } from './query/call-counts.read-model.js';
export { CallSpool } from './spool/call-spool.js';
export { verifyFolder } from './verification/verify-folder.js';
export type { ChainVerdict } from './chain/chain-verifier.js';
