import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DomainError } from '@mcpnest/shared/errors';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { RequirePermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentWorkspace } from '../../../platform/http/current.js';
import { GatewayTokens, tokenState, Toolsets } from '../../auth/index.js';
import type { LookingToken } from './judge-gates.js';
import { ExplainQuery, ToolExplanation } from './tool-explanation.dto.js';
import { ToolExplanations } from './tool-explanation.service.js';

const ENDED = { active: null, rotating: null, expired: 'has expired', revoked: 'was revoked or replaced' } as const;

@ApiTags('gateway')
@Controller('workspaces/:slug/tools/explain')
export class ToolExplanationController {
  constructor(
    private readonly explanations: ToolExplanations,
    private readonly tokens: GatewayTokens,
    private readonly toolsets: Toolsets,
  ) {}

  @Get()
  @RequirePermission('tools:read')
  @ApiOperation({ operationId: 'gateway_explainTool', summary: 'Why a token sees a tool or does not: every gate in order, and what to do' })
  @ApiOkResponse({ type: ToolExplanation })
  @ApiProblems('workspaces.token-not-found')
  async explain(
    @CurrentWorkspace() ctx: WorkspaceCtx,
    @Param('slug') slug: string,
    @Query() query: ExplainQuery,
  ): Promise<ToolExplanation> {
    const token = query.token === undefined ? null : await this.lookingToken(ctx, query.token);
    return this.explanations.explain(ctx, { slug, asked: query.tool, token });
  }

  private async lookingToken(ctx: WorkspaceCtx, id: string): Promise<LookingToken> {
    const token = await this.tokens.find(ctx, id);
    if (!token) throw new DomainError('workspaces.token-not-found');
    const grant = await this.toolsets.grantOf(ctx, token.tools);
    return { id: token.id, name: token.name, grant, ended: ENDED[tokenState(token, Date.now())] };
  }
}
