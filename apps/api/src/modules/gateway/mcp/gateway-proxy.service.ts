import { Injectable } from '@nestjs/common';
import type { ServerResponse } from 'node:http';
import { AbortSource, Gateway, type Reply } from '@mcpnest/gateway-core';
import { slugOfTarget } from './endpoint-path.js';
import type { GatewayRequest } from './gateway-request.js';
import { readBody } from './read-body.js';

/** Hands an HTTP request to the gateway core as plain values. */
@Injectable()
export class GatewayProxyService {
  constructor(private readonly gateway: Gateway) {}

  /** Answers one request; never throws for anything the client did. */
  exchange(request: GatewayRequest, response: ServerResponse): Promise<Reply> {
    const { principal, calls } = request;
    // Both are set by what is declared on the route; without them it is not the route that was checked at start.
    if (!principal || !calls) throw new Error('the gateway route ran without its guard or its interceptor');
    const gone = new AbortSource();
    response.once('close', () => {
      if (!response.writableFinished) gone.abort('the client closed the connection');
    });
    return this.gateway.handle({
      httpMethod: request.method ?? '',
      slug: slugOfTarget(request.url ?? '') ?? '',
      headers: request.headers,
      principal,
      calls,
      signal: gone,
      readBody: () => readBody(request),
    });
  }
}
