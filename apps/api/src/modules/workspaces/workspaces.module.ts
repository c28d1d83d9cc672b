import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { LimitRulesRepository } from './limits/limit-rules.repository.js';
import { LimitedThingsReadModel } from './limits/limited-things.read-model.js';
import { LimitsController } from './limits/limits.controller.js';
import { WorkspaceLimitRules } from './limits/workspace-limit-rules.service.js';
import { InvitationsService } from './members/invitations.service.js';
import { Departure } from './members/departure.service.js';
import { MappedMembers } from './members/mapped-members.service.js';
import { MemberDirectory } from './members/member-directory.js';
import { MemberListReadModel } from './members/member-list.read-model.js';
import { MembersController } from './members/members.controller.js';
import { MembersRepository } from './members/members.repository.js';
import { MembersService } from './members/members.service.js';
import { MembershipEnd } from './members/membership-end.service.js';
import { WorkspaceMemberships } from './permissions/workspace-memberships.js';
import { WorkspacePermissions } from './permissions/workspace-permissions.js';
import { TokenPolicyController } from './token-policy/token-policy.controller.js';
import { TokenPolicy } from './token-policy/token-policy.service.js';
import { WorkspaceTokensController } from './tokens/workspace-tokens.controller.js';
import { TokenEdits } from './tokens/token-edit.service.js';
import { TokenOwners } from './tokens/token-owners.service.js';
import { TokenTakeover } from './tokens/token-takeover.service.js';
import { WorkspaceTokens } from './tokens/workspace-tokens.service.js';
import { WorkspaceToolsetsController } from './toolsets/workspace-toolsets.controller.js';
import { WorkspaceToolsets } from './toolsets/workspace-toolsets.service.js';
import { WorkspaceDirectory } from './workspaces/workspace-directory.read-model.js';
import { WorkspaceRowsReadModel } from './workspaces/workspace-rows.read-model.js';
import { WorkspacesController } from './workspaces/workspaces.controller.js';
import { WorkspacesPresenter } from './workspaces/workspaces.presenter.js';
import { WorkspacesRepository } from './workspaces/workspaces.repository.js';
import { WorkspacesService } from './workspaces/workspaces.service.js';

/** Where, and what may they do there. Needs bound globally: `Tx`, `HttpConfig` and the port `Ledger` (audit). */
@Module({
  imports: [AuthModule],
  controllers: [
    WorkspacesController,
    MembersController,
    WorkspaceTokensController,
    TokenPolicyController,
    WorkspaceToolsetsController,
    LimitsController,
  ],
  providers: [
    WorkspacesRepository,
    WorkspaceRowsReadModel,
    WorkspaceDirectory,
    WorkspacesService,
    WorkspacesPresenter,
    MembersRepository,
    MemberListReadModel,
    MemberDirectory,
    MembersService,
    MembershipEnd,
    MappedMembers,
    Departure,
    InvitationsService,
    WorkspacePermissions,
    WorkspaceMemberships,
    TokenPolicy,
    WorkspaceTokens,
    TokenTakeover,
    TokenOwners,
    TokenEdits,
    WorkspaceToolsets,
    LimitRulesRepository,
    LimitedThingsReadModel,
    WorkspaceLimitRules,
  ],
  exports: [WorkspaceDirectory, WorkspacePermissions, WorkspaceMemberships],
})
export class WorkspacesModule {}
