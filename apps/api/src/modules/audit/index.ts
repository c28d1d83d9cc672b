export { AuditModule } from './audit.module.js';
export { AuditLedger } from './ledger/audit-ledger.repository.js';
export { CallCountsReadModel } from './query/call-counts.read-model.js';
export { CallSpool } from './spool/call-spool.js';
