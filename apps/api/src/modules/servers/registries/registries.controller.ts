import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Ctx } from '../../../platform/context/ctx.js';
import { RequireInstallationPermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import { Tagged, type EntityTags } from '../tagged.js';
import { AddRegistryRequest, Registry, RegistryList, UpdateRegistryRequest } from './registries.dto.js';
import { RegistriesService } from './registries.service.js';
import { RegistryDesk } from './registry-desk.service.js';
import { EVERY_MINUTES } from './registry.js';

@ApiTags('servers')
@Controller('settings/registries')
export class RegistriesController {
  constructor(
    private readonly registries: RegistriesService,
    private readonly desk: RegistryDesk,
  ) {}

  @Get()
  @RequireInstallationPermission('servers:read')
  @ApiOperation({ operationId: 'servers_listRegistries', summary: 'Registries that are kept here, and how their last rounds went' })
  @ApiOkResponse({ type: RegistryList })
  async list(@CurrentCtx() ctx: Ctx): Promise<RegistryList> {
    return { data: await this.desk.all(ctx) };
  }

  @Post()
  @RequireInstallationPermission('settings:write')
  @ApiOperation({ operationId: 'servers_addRegistry', summary: 'Keep a registry here; it is read at once' })
  @ApiProblems('platform.invalid-request', 'servers.address-denied', 'servers.registry-exists', 'servers.registry-limit')
  @ApiCreatedResponse({ type: Registry })
  async add(
    @CurrentCtx() ctx: Ctx,
    @Body() { name, url, enabled = true, everyMinutes = EVERY_MINUTES.default }: AddRegistryRequest,
    @Tagged() tags: EntityTags,
  ): Promise<Registry> {
    const { id } = await this.registries.add(ctx, { name: name.trim(), url, enabled, everyMinutes });
    if (enabled) this.desk.read(id);
    return this.answer(ctx, id, tags);
  }

  @Patch(':registry')
  @RequireInstallationPermission('settings:write')
  @ApiOperation({ operationId: 'servers_updateRegistry', summary: 'Change a registry; another address is read from the beginning' })
  @ApiProblems(
    'platform.invalid-request',
    'servers.address-denied',
    'servers.registry-not-found',
    'servers.registry-exists',
    'platform.stale-version',
  )
  @ApiOkResponse({ type: Registry })
  async update(
    @CurrentCtx() ctx: Ctx,
    @Param('registry') id: string,
    @Body() body: UpdateRegistryRequest,
    @Tagged() tags: EntityTags,
  ): Promise<Registry> {
    await this.registries.change(ctx, id, body, tags.ifMatch);
    return this.answer(ctx, id, tags);
  }

  @Delete(':registry')
  @HttpCode(204)
  @RequireInstallationPermission('settings:write')
  @ApiOperation({ operationId: 'servers_removeRegistry', summary: 'Forget a registry and its entries; servers made of them stay' })
  @ApiProblems('servers.registry-not-found', 'platform.stale-version')
  @ApiNoContentResponse()
  async remove(@CurrentCtx() ctx: Ctx, @Param('registry') id: string, @Tagged() tags: EntityTags): Promise<void> {
    await this.registries.remove(ctx, id, tags.ifMatch);
  }

  @Post(':registry/sync')
  @HttpCode(202)
  @RequireInstallationPermission('settings:write')
  @ApiOperation({ operationId: 'servers_syncRegistry', summary: 'Read what changed in a registry now; the answer does not wait for it' })
  @ApiProblems('servers.registry-not-found')
  @ApiAcceptedResponse({ type: Registry })
  async sync(@CurrentCtx() ctx: Ctx, @Param('registry') id: string, @Tagged() tags: EntityTags): Promise<Registry> {
    const registry = await this.answer(ctx, id, tags);
    this.desk.read(id);
    return { ...registry, running: true };
  }

  private async answer(ctx: Ctx, id: string, tags: EntityTags): Promise<Registry> {
    const registry = await this.desk.one(ctx, id);
    tags.answer(registry.etag);
    return registry;
  }
}
