import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

/** Which token a request is about, and which state of it the caller saw. */
export interface SeenToken {
  readonly id: string;
  /** The `If-Match` header as sent. */
  readonly ifMatch: string | undefined;
}

/** The token in the path of the request under way. */
export const Seen = createParamDecorator((_: unknown, context: ExecutionContext): SeenToken => {
  const { params, headers } = context.switchToHttp().getRequest<Request<{ id: string }>>();
  return { id: params.id, ifMatch: headers['if-match'] };
});
