import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Ctx } from '../../../platform/context/ctx.js';
import { RequireInstallationPermission } from '../../../platform/http/access.js';
import { ApiProblems } from '../../../platform/http/api-problems.js';
import { CurrentCtx } from '../../../platform/http/current.js';
import { PageQuery } from '../../../platform/http/page-query.dto.js';
import { WebhookDeliveries } from './webhook-delivery.service.js';
import {
  CreateWebhookRequest,
  UpdateWebhookRequest,
  WebhookDelivery,
  WebhookDeliveryPage,
  WebhookList,
  WebhookView,
  WebhookWithSecret,
} from './webhooks.dto.js';
import { Webhooks } from './webhooks.service.js';

@ApiTags('audit')
@Controller('settings/webhooks')
@RequireInstallationPermission('settings:write')
export class WebhooksController {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly deliveries: WebhookDeliveries,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'audit_listWebhooks', summary: 'Where events are sent to' })
  @ApiOkResponse({ type: WebhookList })
  async list(@CurrentCtx() ctx: Ctx): Promise<WebhookList> {
    return { data: await this.webhooks.list(ctx), nextCursor: null };
  }

  @Post()
  @ApiOperation({ operationId: 'audit_createWebhook', summary: 'Send events somewhere; the answer shows the secret this once' })
  @ApiCreatedResponse({ type: WebhookWithSecret })
  @ApiProblems('audit.webhook-name-taken', 'audit.webhooks-full')
  create(@CurrentCtx() ctx: Ctx, @Body() body: CreateWebhookRequest): Promise<WebhookWithSecret> {
    return this.webhooks.create(ctx, body);
  }

  @Patch(':id')
  @ApiOperation({ operationId: 'audit_updateWebhook', summary: 'Change a webhook, or switch it off and on' })
  @ApiOkResponse({ type: WebhookView })
  @ApiProblems('audit.webhook-not-found', 'audit.webhook-name-taken')
  update(@CurrentCtx() ctx: Ctx, @Param('id') id: string, @Body() body: UpdateWebhookRequest): Promise<WebhookView> {
    return this.webhooks.update(ctx, id, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'audit_removeWebhook', summary: 'Remove a webhook and its messages' })
  @ApiNoContentResponse()
  @ApiProblems('audit.webhook-not-found')
  remove(@CurrentCtx() ctx: Ctx, @Param('id') id: string): Promise<void> {
    return this.webhooks.remove(ctx, id);
  }

  @Post(':id/rotate')
  @HttpCode(200)
  @ApiOperation({ operationId: 'audit_rotateWebhook', summary: 'A new secret; the one before goes on signing for a day' })
  @ApiOkResponse({ type: WebhookWithSecret })
  @ApiProblems('audit.webhook-not-found')
  rotate(@CurrentCtx() ctx: Ctx, @Param('id') id: string): Promise<WebhookWithSecret> {
    return this.webhooks.rotate(ctx, id);
  }

  @Post(':id/test')
  @HttpCode(200)
  @ApiOperation({ operationId: 'audit_testWebhook', summary: 'Send a message of the type webhook.test now' })
  @ApiOkResponse({ type: WebhookDelivery })
  @ApiProblems('audit.webhook-not-found')
  test(@CurrentCtx() ctx: Ctx, @Param('id') id: string): Promise<WebhookDelivery> {
    return this.deliveries.test(ctx, id);
  }

  @Get(':id/deliveries')
  @ApiOperation({ operationId: 'audit_listDeliveries', summary: 'Messages of the last thirty days and what became of them, newest first' })
  @ApiOkResponse({ type: WebhookDeliveryPage })
  @ApiProblems('audit.webhook-not-found')
  deliveriesOf(@CurrentCtx() ctx: Ctx, @Param('id') id: string, @Query() page: PageQuery): Promise<WebhookDeliveryPage> {
    return this.deliveries.list(ctx, id, page);
  }

  @Post(':id/deliveries/:delivery/replay')
  @HttpCode(200)
  @ApiOperation({ operationId: 'audit_replayDelivery', summary: 'Send a message again, with the same id' })
  @ApiOkResponse({ type: WebhookDelivery })
  @ApiProblems('audit.webhook-not-found', 'audit.delivery-not-found')
  replay(@CurrentCtx() ctx: Ctx, @Param('id') id: string, @Param('delivery') delivery: string): Promise<WebhookDelivery> {
    return this.deliveries.replay(ctx, id, delivery);
  }
}
