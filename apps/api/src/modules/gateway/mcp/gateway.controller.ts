import { Injectable, UseGuards } from '@nestjs/common';
import type { ServerResponse } from 'node:http';
import { ElsewhereReply, type Reply } from '@mcpnest/gateway-core';
import { AuthenticateGuard } from '../../auth/index.js';
import { RecordsCalls } from '../../../platform/events/records-calls.js';
import { GatewayToken } from '../../../platform/http/access.js';
import { GatewayProxyService } from './gateway-proxy.service.js';
import type { GatewayRequest } from './gateway-request.js';
import { StreamedTokens } from './streamed-tokens.js';
import { writeReply } from './write-reply.js';

/**
 * `/api/gw/{slug}`. A provider, not a listed controller: only then does Nest's external context run the guard and the
 * interceptor that are declared here; for a class listed in `controllers` alone it skips both without a word.
 */
@Injectable()
export class GatewayController {
  constructor(
    private readonly proxy: GatewayProxyService,
    private readonly streamed: StreamedTokens,
  ) {}

  @GatewayToken()
  @UseGuards(AuthenticateGuard)
  @RecordsCalls()
  async handle(request: GatewayRequest, response: ServerResponse): Promise<void> {
    let reply: Reply | undefined = await this.proxy.exchange(request, response);
    if (reply instanceof ElsewhereReply) reply = await this.proxy.handOn(request, response, reply);
    if (!reply) return;
    if (reply.stream && request.principal && !response.destroyed) this.streamed.note(request.principal, response);
    writeReply(request, response, reply);
  }
}
