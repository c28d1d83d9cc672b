import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request, Response } from 'express';
import { setEntityTag } from '../../platform/http/entity-tag.js';

/** Both ends of a conditional request: the entity tag the caller saw, and the one the answer carries. */
export interface EntityTags {
  /** The `If-Match` header as sent. */
  readonly ifMatch: string | undefined;
  /** Puts a row's revision on the answer. */
  answer(revision: number): void;
}

/** The entity tags of the request under way. */
export const Tagged = createParamDecorator((_: unknown, context: ExecutionContext): EntityTags => {
  const http = context.switchToHttp();
  return {
    ifMatch: http.getRequest<Request>().headers['if-match'],
    answer: (revision) => setEntityTag(http.getResponse<Response>(), revision),
  };
});
