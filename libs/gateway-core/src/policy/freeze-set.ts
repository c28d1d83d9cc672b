import type { Principal } from '../exchange/principal.js';

/** What may be frozen. */
export const FREEZE_KINDS = ['workspace', 'server', 'tool', 'member', 'token'] as const;
export type FreezeKind = (typeof FREEZE_KINDS)[number];

/** One freeze in force. */
export interface Freeze {
  readonly kind: FreezeKind;
  /** The id of a workspace, server, person or token; of a tool the server's id, a colon and the server's own name for it. */
  readonly subject: string;
  /** Where it holds; null: in every workspace. */
  readonly workspaceId: string | null;
}

const EVERYWHERE = '*';

/** The kill switch, compiled: who may not call for now, and what may not be called. Immutable; asked with every call. */
export class FreezeSet {
  static readonly NONE = new FreezeSet([]);

  private readonly keys: ReadonlySet<string>;
  private readonly stopsNobody: boolean;
  private readonly stopsNothing: boolean;

  constructor(freezes: readonly Freeze[]) {
    this.keys = new Set(freezes.map(({ kind, subject, workspaceId }) => keyOf(kind, workspaceId ?? EVERYWHERE, subject)));
    const concernsTargets = ({ kind }: Freeze): boolean => kind === 'server' || kind === 'tool';
    this.stopsNothing = !freezes.some(concernsTargets);
    this.stopsNobody = freezes.every(concernsTargets);
  }

  /** Whether a caller is frozen: the token, its owner or its workspace. */
  stopsCaller({ workspaceId, tokenId, userId }: Principal): boolean {
    if (this.stopsNobody) return false;
    return (
      this.has('token', workspaceId, tokenId) ||
      this.has('workspace', workspaceId, workspaceId) ||
      (userId !== null && this.has('member', workspaceId, userId))
    );
  }

  /** Whether a server is frozen in a workspace, or the tool of it that is named. */
  stopsTarget(workspaceId: string, serverId: string, toolName: string | undefined): boolean {
    if (this.stopsNothing) return false;
    return (
      this.has('server', workspaceId, serverId) || (toolName !== undefined && this.has('tool', workspaceId, `${serverId}:${toolName}`))
    );
  }

  private has(kind: FreezeKind, workspaceId: string, subject: string): boolean {
    return this.keys.has(keyOf(kind, workspaceId, subject)) || this.keys.has(keyOf(kind, EVERYWHERE, subject));
  }
}

const keyOf = (kind: FreezeKind, workspaceId: string, subject: string): string => `${kind} ${workspaceId} ${subject}`;
