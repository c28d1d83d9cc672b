import type { AuditEvents } from './audit-events.js';
import type { AuthEvents } from './auth-events.js';
import type { ServersEvents } from './servers-events.js';
import type { WorkspacesEvents } from './workspaces-events.js';

/** All ledger events: name → facts. Fields are a contract: they are added, never renamed. */
export type LedgerEvents = AuditEvents & AuthEvents & WorkspacesEvents & ServersEvents;
export type LedgerEventName = keyof LedgerEvents;
export { CALL_OUTCOMES, type CallOutcome } from './call-outcomes.js';
export { CALL_GATES, type CallGate } from './call-gates.js';
export { CALL_ORIGINS, type CallOrigin } from './call-origins.js';
