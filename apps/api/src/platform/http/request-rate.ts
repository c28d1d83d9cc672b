import { Throttle } from '@nestjs/throttler';

export const MINUTE_MS = 60_000;
/** REST requests of one address (one /64 of IPv6) per minute. */
export const REQUESTS_PER_MINUTE = 600;
/** The same for routes that take a password or a one-time code. */
export const ATTEMPTS_PER_MINUTE = 60;

/** Marks routes that take a password or a one-time code. */
export const CountsAttempts = (): MethodDecorator & ClassDecorator => Throttle({ default: { limit: ATTEMPTS_PER_MINUTE, ttl: MINUTE_MS } });
