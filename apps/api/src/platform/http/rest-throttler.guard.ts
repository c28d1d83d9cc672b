import { Injectable, type ExecutionContext } from '@nestjs/common';
import { ThrottlerGuard, type ThrottlerRequest } from '@nestjs/throttler';
import type { Request, Response } from 'express';
import { DomainError } from '@mcpnest/shared/errors';
import { REQUESTS_PER_MINUTE } from './request-rate.js';

/** Counts REST requests per address and minute; called by the access guard, so that no route escapes it. */
@Injectable()
export class RestThrottlerGuard extends ThrottlerGuard {
  protected override async handleRequest({ context, limit, ttl, throttler, blockDuration }: ThrottlerRequest): Promise<boolean> {
    const http = context.switchToHttp();
    const response = http.getResponse<Response>();
    const key = this.generateKey(
      context,
      await this.getTracker(http.getRequest<Request>()),
      limit === REQUESTS_PER_MINUTE ? 'all' : 'strict',
    );
    const { totalHits, timeToExpire, isBlocked } = await this.storageService.increment(
      key,
      ttl,
      limit,
      blockDuration,
      throttler.name ?? 'default',
    );
    // A clock that is set back makes no window longer.
    const seconds = Math.min(timeToExpire, ttl / 1000);
    // draft-ietf-httpapi-ratelimit-headers: quota, window and what is left of both.
    response.setHeader('RateLimit-Policy', `"default";q=${limit};w=${ttl / 1000}`);
    response.setHeader('RateLimit', `"default";r=${Math.max(0, limit - totalHits)};t=${seconds}`);
    if (isBlocked)
      throw new DomainError('platform.rate-limited', {
        detail: `At most ${limit} requests a minute are answered to one address.`,
        retryAfterSeconds: seconds,
      });
    return true;
  }

  /** One count for all general routes, one for all strict ones: spreading over routes wins nothing. */
  protected override generateKey(_context: ExecutionContext, address: string, kind: string): string {
    return `${kind} ${address}`;
  }
}
