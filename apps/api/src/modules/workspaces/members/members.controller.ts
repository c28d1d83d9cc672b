import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { RequirePermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentGrant, CurrentWorkspace } from '../../../platform/http/current.js';
import { PageQuery } from '../../../platform/http/page-query.dto.js';
import type { WorkspaceGrant } from '../../../platform/http/permissions.port.js';
import { InvitationsService } from './invitations.service.js';
import { MemberDirectory } from './member-directory.js';
import { ChangeMemberRoleRequest, InviteMemberRequest, Member, MemberList } from './members.dto.js';
import { MembersService } from './members.service.js';

@ApiTags('workspaces')
@ApiParam({ name: 'slug', type: String })
@Controller('workspaces/:slug/members')
export class MembersController {
  constructor(
    private readonly directory: MemberDirectory,
    private readonly members: MembersService,
    private readonly invitations: InvitationsService,
  ) {}

  @Get()
  @RequirePermission('members:read')
  @ApiOperation({ operationId: 'workspaces_listMembers', summary: 'Members, invited ones included' })
  @ApiOkResponse({ type: MemberList })
  list(@CurrentWorkspace() ctx: WorkspaceCtx, @Query() page: PageQuery): Promise<MemberList> {
    return this.directory.list(ctx, page);
  }

  @Post()
  @RequirePermission('members:write')
  @ApiOperation({ operationId: 'workspaces_inviteMember', summary: 'Invite a person, or make a new link for an invited one' })
  @ApiCreatedResponse({ type: Member })
  @ApiProblems('workspaces.member-exists', 'workspaces.role-too-high')
  async invite(
    @CurrentWorkspace() ctx: WorkspaceCtx,
    @CurrentGrant() grant: WorkspaceGrant,
    @Body() body: InviteMemberRequest,
  ): Promise<Member> {
    const { userId, code } = await this.invitations.invite(ctx, grant, body);
    return this.directory.read(ctx, userId, code);
  }

  @Patch(':userId')
  @RequirePermission('members:write')
  @ApiOperation({ operationId: 'workspaces_changeMemberRole', summary: "Change a member's role" })
  @ApiOkResponse({ type: Member })
  @ApiProblems('workspaces.member-not-found', 'workspaces.role-too-high', 'workspaces.last-owner')
  async changeRole(
    @CurrentWorkspace() ctx: WorkspaceCtx,
    @CurrentGrant() grant: WorkspaceGrant,
    @Param('userId') userId: string,
    @Body() body: ChangeMemberRoleRequest,
  ): Promise<Member> {
    await this.members.changeRole(ctx, grant, { userId, role: body.role });
    return this.directory.read(ctx, userId, null);
  }

  @Delete(':userId')
  @HttpCode(204)
  @RequirePermission('members:read')
  @ApiOperation({ operationId: 'workspaces_removeMember', summary: 'Remove a member with their tokens, or leave' })
  @ApiNoContentResponse()
  @ApiProblems('workspaces.member-not-found', 'workspaces.role-too-high', 'workspaces.last-owner')
  remove(@CurrentWorkspace() ctx: WorkspaceCtx, @CurrentGrant() grant: WorkspaceGrant, @Param('userId') userId: string): Promise<void> {
    return this.members.remove(ctx, grant, userId);
  }
}
