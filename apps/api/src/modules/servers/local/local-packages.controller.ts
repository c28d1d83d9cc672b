import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Ctx } from '../../../platform/context/ctx.js';
import { RequireInstallationPermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import { LocalControl } from './local-control.service.js';
import {
  InstallPackageRequest,
  LocalFence,
  LocalPackageList,
  LocalPackageView,
  NewestPackage,
  NewestPackageQuery,
} from './local-servers.dto.js';
import { presentOverview, presentPackage } from './local-servers.presenter.js';
import { PackageDesk } from './package-desk.service.js';

@ApiTags('servers')
@Controller('local-servers')
export class LocalPackagesController {
  constructor(
    private readonly packages: PackageDesk,
    private readonly control: LocalControl,
  ) {}

  @Get()
  @RequireInstallationPermission('servers:run-local')
  @ApiOperation({
    operationId: 'servers_readLocalServers',
    summary: 'Whether local servers may run, where they do, and what keeps them apart',
  })
  @ApiOkResponse({ type: LocalFence })
  async read(): Promise<LocalFence> {
    return presentOverview(await this.control.overview());
  }

  @Get('packages')
  @RequireInstallationPermission('servers:run-local')
  @ApiOperation({
    operationId: 'servers_listLocalPackages',
    summary: 'Packages that local servers run, and how far their installation has come',
  })
  @ApiOkResponse({ type: LocalPackageList })
  async list(@CurrentCtx() ctx: Ctx): Promise<LocalPackageList> {
    return { data: (await this.packages.list(ctx)).map(presentPackage) };
  }

  @Get('packages/newest')
  @RequireInstallationPermission('servers:run-local')
  @ApiOperation({ operationId: 'servers_findNewestPackage', summary: 'The exact newest version of a package' })
  @ApiProblems('platform.invalid-request', 'servers.package-not-available')
  @ApiOkResponse({ type: NewestPackage })
  async newest(@Query() { name }: NewestPackageQuery): Promise<NewestPackage> {
    return { package: await this.packages.newest(/^\w+:/.test(name) ? name : `npm:${name}`) };
  }

  @Post('packages')
  @HttpCode(202)
  @RequireInstallationPermission('servers:run-local')
  @ApiOperation({
    operationId: 'servers_installLocalPackage',
    summary: 'Install a package, or try again; nothing of it is run but the install scripts that are named',
  })
  @ApiProblems('platform.invalid-request', 'servers.package-not-available', 'servers.local-off')
  @ApiAcceptedResponse({ type: LocalPackageView })
  async install(@CurrentCtx() ctx: Ctx, @Body() body: InstallPackageRequest): Promise<LocalPackageView> {
    return presentPackage(
      await this.packages.install(ctx, { spec: body.package, scripts: [...new Set(body.scripts ?? [])].sort().join(' ') }),
    );
  }
}
