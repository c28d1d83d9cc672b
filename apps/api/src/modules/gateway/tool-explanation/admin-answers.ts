import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ExplainHidden, Principal } from '@mcpnest/gateway-core';
import { WorkspacePermissions } from '../../workspaces/index.js';
import { inWorkspace, systemCtx } from '../../../platform/context/ctx.js';
import { ExplanationSlot } from '../adapters/explanation-slot.js';
import { ToolExplanations } from './tool-explanation.service.js';

/** How long a role is believed; nobody is told for longer after it was taken away. */
const ROLE_MS = 5_000;
const ROLES_MAX = 1_000;
const NAME_LENGTH_MAX = 300;
const MAY_KNOW: ReadonlySet<string | null> = new Set(['owner', 'admin']);

/** Tells the owners and admins of a workspace in-band why their client finds no tool of a name. */
@Injectable()
export class AdminAnswers implements OnModuleInit {
  private readonly roles = new Map<string, { readonly mayKnow: boolean; readonly until: number }>();

  constructor(
    private readonly permissions: WorkspacePermissions,
    private readonly explanations: ToolExplanations,
    private readonly slot: ExplanationSlot,
  ) {}

  onModuleInit(): void {
    this.slot.fill(this.explain);
  }

  /** See `ExplainHidden`. Never throws: what cannot be found out is not told. */
  readonly explain: ExplainHidden = async (principal, slug, asked) => {
    try {
      if (!(await this.mayKnow(principal, slug)) || asked.length > NAME_LENGTH_MAX) return undefined;
      const ctx = inWorkspace(systemCtx('explanation'), principal.workspaceId);
      const token = { id: principal.tokenId, name: principal.tokenName, grant: principal.tools, ended: null };
      const { server, visible, summary } = await this.explanations.explain(ctx, { slug, asked, token });
      return server === null || visible ? undefined : summary;
    } catch {
      return undefined;
    }
  };

  private async mayKnow({ userId, workspaceId }: Principal, slug: string): Promise<boolean> {
    if (userId === null) return false;
    const key = `${workspaceId} ${userId}`;
    const known = this.roles.get(key);
    if (known && Date.now() < known.until) return known.mayKnow;
    const grant = await this.permissions.inWorkspace({ kind: 'user', id: userId, name: '', operator: false }, slug);
    const mayKnow = grant?.workspaceId === workspaceId && MAY_KNOW.has(grant.role);
    if (this.roles.size >= ROLES_MAX) this.roles.clear();
    this.roles.set(key, { mayKnow, until: Date.now() + ROLE_MS });
    return mayKnow;
  }
}
