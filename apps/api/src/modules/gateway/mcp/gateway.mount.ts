import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { ExternalContextCreator } from '@nestjs/core';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { DomainError } from '@mcpnest/shared/errors';
import { ClientAddresses } from '../../../platform/http/client-addresses.js';
import { HOP_HEADER } from '../replicas/hop-proof.js';
import { ReplicaForwarder } from '../replicas/replica-forwarder.js';
import { isEndpointTarget, slugOfTarget } from './endpoint-path.js';
import { GatewayController } from './gateway.controller.js';
import { FailedAddresses } from './failed-addresses.js';
import type { GatewayRequest } from './gateway-request.js';
import { proveShut } from './prove-shut.js';
import { RefusalLog } from './refusal-log.js';
import { straightContexts } from './straight-interceptors.js';
import { writeProblem } from './write-problem.js';

type Handler = (request: GatewayRequest, response: ServerResponse) => Promise<unknown>;

/**
 * The gateway route, mounted on the HTTP server ahead of Express, whose own work would cost more than all of the gateway's.
 * Nest's external context runs the guard and the interceptor declared on the controller; errors are answered here.
 */
@Injectable()
export class GatewayMount implements OnModuleInit, OnApplicationBootstrap {
  private readonly logger = new Logger('gateway');
  private run: Handler = () => Promise.reject(new Error('the gateway route is not mounted yet'));

  constructor(
    private readonly contexts: ExternalContextCreator,
    private readonly controller: GatewayController,
    private readonly refusals: RefusalLog,
    private readonly addresses: ClientAddresses,
    private readonly forwarder: ReplicaForwarder,
    private readonly failed: FailedAddresses,
  ) {}

  /** Not in the constructor: there the declared guard is not yet made, and the context would run an empty one. */
  onModuleInit(): void {
    const options = { guards: true, interceptors: true, filters: false };
    const callback = this.controller.handle as (...parts: never[]) => unknown as (...parts: unknown[]) => unknown;
    const contexts = straightContexts(this.contexts);
    this.run = contexts.create(this.controller, callback, 'handle', undefined, undefined, undefined, undefined, options, 'http') as Handler;
  }

  /** Keeps the process from starting where the route would answer without a token. */
  async onApplicationBootstrap(): Promise<void> {
    await proveShut((request, response) => this.run(request, response));
  }

  /** Whether a request is the gateway's; everything else goes to Express. */
  handles(request: IncomingMessage): boolean {
    return isEndpointTarget(request.url ?? '');
  }

  /** Answers a request; never throws. */
  async handle(request: GatewayRequest, response: ServerResponse): Promise<void> {
    try {
      if (slugOfTarget(request.url ?? '') === null)
        throw new DomainError('platform.not-found', { detail: 'MCP clients connect to /api/gw/{slug}.' });
      request.clientAddress = this.addressOf(request);
      await this.run(request, response);
    } catch (error) {
      this.answer(request, response, error);
    }
  }

  /** Failures of one address are answered up to a bound. The token was checked by then, so that a valid one is never held up. */
  private throttled({ clientAddress }: GatewayRequest, error: unknown): unknown {
    if (!(error instanceof DomainError) || error.entry.status !== 401 || clientAddress === undefined) return error;
    const retryAfterSeconds = this.failed.note(clientAddress, performance.now());
    if (retryAfterSeconds === 0) return error;
    return new DomainError('auth.token-throttled', {
      detail: `Too many requests from your address came without a valid token. Mend the token and try again in ${retryAfterSeconds} s.`,
      retryAfterSeconds,
    });
  }

  /** Of a request that another replica handed on, where its client came to that one from. */
  private addressOf(request: IncomingMessage): string {
    const behind = request.headers[HOP_HEADER] === undefined ? undefined : this.forwarder.clientOf(request);
    return behind ?? this.addresses.of(request);
  }

  private answer(request: GatewayRequest, response: ServerResponse, thrown: unknown): void {
    const error = this.throttled(request, thrown);
    if (error instanceof DomainError) {
      this.refusals.note(error.code);
      writeProblem(request, response, error);
      return;
    }
    this.logger.error({ msg: 'the gateway route failed', code: 'gateway.internal', err: error });
    writeProblem(request, response, new DomainError('platform.internal'));
  }
}
