import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Ctx } from '../../../platform/context/ctx.js';
import { RequireInstallationPermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import { SessionDesk } from '../console-sessions/session-desk.service.js';
import { SessionList } from '../console-sessions/sessions.dto.js';
import { PeopleDesk } from './people-desk.service.js';
import { PeopleDirectory } from './people-directory.service.js';
import { ChangePersonRequest, HeldTokenList, PeopleList, PeopleQuery, PersonView } from './people.dto.js';

@ApiTags('auth')
@Controller('people')
export class PeopleController {
  constructor(
    private readonly directory: PeopleDirectory,
    private readonly desk: PeopleDesk,
    private readonly sessions: SessionDesk,
  ) {}

  @Get()
  @RequireInstallationPermission('people:read')
  @ApiOperation({ operationId: 'auth_listPeople', summary: 'People of the installation, with what they hold' })
  @ApiOkResponse({ type: PeopleList })
  list(@CurrentCtx() ctx: Ctx, @Query() query: PeopleQuery): Promise<PeopleList> {
    return this.directory.list(ctx, query);
  }

  @Patch(':userId')
  @RequireInstallationPermission('people:write')
  @ApiOperation({ operationId: 'auth_changePerson', summary: 'Make or unmake an operator; switch a person off or on' })
  @ApiOkResponse({ type: PersonView })
  @ApiProblems('auth.person-not-found', 'auth.last-operator', 'auth.person-state')
  async change(@CurrentCtx() ctx: Ctx, @Param('userId') userId: string, @Body() body: ChangePersonRequest): Promise<PersonView> {
    await this.desk.change(ctx, userId, body);
    return this.directory.read(ctx, userId);
  }

  @Delete(':userId')
  @HttpCode(204)
  @RequireInstallationPermission('people:write')
  @ApiOperation({ operationId: 'auth_removePerson', summary: 'Remove a person with their memberships, tokens, keys and sessions' })
  @ApiNoContentResponse()
  @ApiProblems('auth.person-not-found', 'auth.last-operator', 'workspaces.last-owner')
  remove(@CurrentCtx() ctx: Ctx, @Param('userId') userId: string): Promise<void> {
    return this.desk.remove(ctx, userId);
  }

  @Get(':userId/tokens')
  @RequireInstallationPermission('people:read')
  @ApiOperation({ operationId: 'auth_listPersonTokens', summary: 'Tokens that would end with the person' })
  @ApiOkResponse({ type: HeldTokenList })
  @ApiProblems('auth.person-not-found')
  tokens(@CurrentCtx() ctx: Ctx, @Param('userId') userId: string): Promise<HeldTokenList> {
    return this.directory.tokens(ctx, userId);
  }

  @Get(':userId/sessions')
  @RequireInstallationPermission('people:read')
  @ApiOperation({ operationId: 'auth_listPersonSessions', summary: 'Where a person is signed in' })
  @ApiOkResponse({ type: SessionList })
  @ApiProblems('auth.person-not-found')
  listSessions(@CurrentCtx() ctx: Ctx, @Param('userId') userId: string): Promise<SessionList> {
    return this.sessions.list(ctx, userId, undefined);
  }

  @Delete(':userId/sessions')
  @HttpCode(204)
  @RequireInstallationPermission('people:write')
  @ApiOperation({ operationId: 'auth_endPersonSessions', summary: 'Sign a person out everywhere' })
  @ApiNoContentResponse()
  @ApiProblems('auth.person-not-found')
  endSessions(@CurrentCtx() ctx: Ctx, @Param('userId') userId: string): Promise<void> {
    return this.sessions.endAll(ctx, userId, undefined);
  }
}
