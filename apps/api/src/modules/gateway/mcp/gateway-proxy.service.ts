import { Injectable } from '@nestjs/common';
import type { ServerResponse } from 'node:http';
import { AbortSource, ElsewhereReply, Gateway, Reply, type RequestBody } from '@mcpnest/gateway-core';
import { DomainError } from '@mcpnest/shared/errors';
import { Draining } from '../../../platform/context/draining.js';
import { HOP_HEADER } from '../replicas/hop-proof.js';
import { LEAVING, ReplicaForwarder } from '../replicas/replica-forwarder.js';
import { slugOfTarget } from './endpoint-path.js';
import type { GatewayRequest } from './gateway-request.js';
import { networkOf } from './network-of.js';
import { readBody } from './read-body.js';

/** A session can move while it is looked for, but hardly more often than this. */
const HOPS_MAX = 3;

/** Hands an HTTP request to the gateway core as plain values, or to the replica that holds what it is about. */
@Injectable()
export class GatewayProxyService {
  constructor(
    private readonly gateway: Gateway,
    private readonly forwarder: ReplicaForwarder,
    private readonly draining: Draining,
  ) {}

  /** The core's answer to one request; never throws for anything the client did. An `ElsewhereReply` is handed on by `handOn`. */
  exchange(request: GatewayRequest, response: ServerResponse): Promise<Reply> {
    if (request.headers[HOP_HEADER] !== undefined && this.forwarder.isHandedOn(request)) {
      if (this.draining.hasBegun) return Promise.resolve(new Reply(503, { [HOP_HEADER]: LEAVING }, undefined));
      admitHop(request);
    }
    return this.handle(request, clientGone(response), () => readBody(request));
  }

  /**
   * Hands a request on to the replica that holds what it is about. Where that one has gone, this one takes over what can be taken
   * over, unless a third was faster.
   * @returns undefined where another replica has answered
   * @throws DomainError for what cannot be handed on
   */
  async handOn(request: GatewayRequest, response: ServerResponse, reply: ElsewhereReply): Promise<Reply | undefined> {
    if (request.isHandedOn) throw unsettled();
    const text = reply.bodyText ?? (request.method === 'POST' ? await bodyOf(request) : undefined);
    const body: RequestBody = { ok: true, text: text ?? '', bytes: Buffer.byteLength(text ?? '') };
    let answer: Reply = reply;
    for (let hops = 0; hops < HOPS_MAX && answer instanceof ElsewhereReply; hops++) {
      if (await this.forwarder.forward(answer.node, request, response, text)) return undefined;
      answer = await this.handle(request, clientGone(response), () => Promise.resolve(body));
    }
    if (answer instanceof ElsewhereReply) throw unsettled();
    return answer;
  }

  private handle(request: GatewayRequest, signal: AbortSource, read: () => Promise<RequestBody>): Promise<Reply> {
    const { principal, calls, clientAddress } = request;
    // Both are set by what is declared on the route; without them it is not the route that was checked at start.
    if (!principal || !calls) throw new Error('the gateway route ran without its guard or its interceptor');
    return this.gateway.handle({
      httpMethod: request.method ?? '',
      slug: slugOfTarget(request.url ?? '') ?? '',
      headers: request.headers,
      principal,
      ...(clientAddress !== undefined && { address: networkOf(clientAddress) }),
      calls,
      signal,
      readBody: read,
    });
  }
}

/** Fires when the connection ends before the answer is through. */
function clientGone(response: ServerResponse): AbortSource {
  const gone = new AbortSource();
  response.on('close', () => {
    if (!response.writableFinished) gone.abort('the client closed the connection');
  });
  return gone;
}

/** The replica that the client came to has judged where the request comes from; here it comes from that replica. */
function admitHop(request: GatewayRequest): void {
  request.isHandedOn = true;
  delete request.headers.host;
  delete request.headers.origin;
}

async function bodyOf(request: GatewayRequest): Promise<string> {
  const body = await readBody(request);
  if (body.ok) return body.text;
  throw new DomainError(body.reason === 'too-large' ? 'gateway.body-too-large' : 'gateway.malformed');
}

const unsettled = (): DomainError =>
  new DomainError('platform.unavailable', { detail: 'The session is moving between gateway processes; try again.', retryAfterSeconds: 1 });
