import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Ctx } from '../../../platform/context/ctx.js';
import { RequireInstallationPermission } from '../../../platform/http/access.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import { OidcSettingsView, OidcTestResult, SetOidcRequest } from './oidc-settings.dto.js';
import { OidcSettingsPresenter } from './oidc-settings.presenter.js';
import { OidcSettingsStore } from './oidc-settings.service.js';
import { OidcTest } from './oidc-test.service.js';

@ApiTags('auth')
@Controller('settings/oidc')
export class OidcSettingsController {
  constructor(
    private readonly store: OidcSettingsStore,
    private readonly tester: OidcTest,
    private readonly presenter: OidcSettingsPresenter,
  ) {}

  @Get()
  @RequireInstallationPermission('settings:write')
  @ApiOperation({ operationId: 'auth_readOidc', summary: 'How people sign in through an identity provider' })
  @ApiOkResponse({ type: OidcSettingsView })
  async read(@CurrentCtx() ctx: Ctx): Promise<OidcSettingsView> {
    return this.presenter.present(await this.store.read(ctx));
  }

  @Put()
  @RequireInstallationPermission('settings:write')
  @ApiOperation({ operationId: 'auth_setOidc', summary: 'Set up the identity provider' })
  @ApiOkResponse({ type: OidcSettingsView })
  async replace(@CurrentCtx() ctx: Ctx, @Body() body: SetOidcRequest): Promise<OidcSettingsView> {
    return this.presenter.present(await this.store.replace(ctx, body));
  }

  @Post('test')
  @HttpCode(200)
  @RequireInstallationPermission('settings:write')
  @ApiOperation({ operationId: 'auth_testOidc', summary: 'Read the discovery document of the saved provider' })
  @ApiOkResponse({ type: OidcTestResult })
  test(@CurrentCtx() ctx: Ctx): Promise<OidcTestResult> {
    return this.tester.run(ctx);
  }
}
