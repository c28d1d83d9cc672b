import type { LedgerEventName, LedgerEvents } from '@mcpnest/shared/audit';
import type { Ctx } from '../context/ctx.js';

/** What a ledger row is about. The name is the one shown at that time. */
export interface LedgerSubject {
  readonly kind:
    | 'user'
    | 'api-key'
    | 'workspace'
    | 'member'
    | 'token'
    | 'server'
    | 'version'
    | 'exposure'
    | 'tool'
    | 'toolset'
    | 'request'
    | 'settings'
    | 'view'
    | 'webhook'
    | 'export';
  readonly id: string;
  readonly name: string;
}

export interface LedgerFact<E extends LedgerEventName> {
  readonly event: E;
  readonly subject: LedgerSubject;
  readonly workspaceId?: string;
  readonly facts: LedgerEvents[E];
}

/** Records administrative facts. Implemented by the audit room. */
export abstract class Ledger {
  /** Appends one row in the caller's transaction; throws outside one, because a change without its row may not commit. */
  abstract append<E extends LedgerEventName>(ctx: Ctx, fact: LedgerFact<E>): Promise<void>;
}
