import { types } from 'node:util';
import { HttpException } from '@nestjs/common';
import { isDatabaseUnavailable } from '../database/database-unavailable.js';
import { DomainError, type ErrorCode } from '@mcpnest/shared/errors';

const CODE_OF_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'platform.invalid-request',
  401: 'auth.not-signed-in',
  403: 'auth.forbidden',
  404: 'platform.not-found',
  405: 'platform.method-not-allowed',
  412: 'platform.stale-version',
  413: 'platform.body-too-large',
  415: 'platform.unsupported-media-type',
  429: 'platform.rate-limited',
  503: 'platform.unavailable',
};

/** Names any thrown thing by a code of the catalogue. What is not expected becomes `platform.internal` and says nothing more. */
export function toDomainError(thrown: unknown): DomainError {
  if (thrown instanceof DomainError) return thrown;
  const status = statusOf(thrown) ?? (isDatabaseUnavailable(thrown) ? 503 : 500);
  const code = CODE_OF_STATUS[status] ?? (status >= 400 && status < 500 ? 'platform.invalid-request' : 'platform.internal');
  return new DomainError(code);
}

/** The status that Nest, Express or its file server had in mind; a percent sign that decodes to nothing is the caller's fault. */
function statusOf(thrown: unknown): number | undefined {
  if (thrown instanceof HttpException) return thrown.getStatus();
  if (!types.isNativeError(thrown)) return undefined;
  if (thrown.name === 'URIError') return 400;
  const { status } = thrown as { status?: unknown };
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}
