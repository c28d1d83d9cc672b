import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Ctx, WorkspaceCtx } from '../context/ctx.js';
import type { WorkspaceGrant } from './permissions.port.js';

/** What the default-deny guard leaves on the request. */
export interface GuardedRequest extends Request {
  ctx?: Ctx;
  grant?: WorkspaceGrant;
  authenticatedBy?: 'session' | 'api-key';
}

const guarded = (context: ExecutionContext): GuardedRequest => context.switchToHttp().getRequest<GuardedRequest>();

/** The context of a signed-in request (or of the system on public routes). */
export const CurrentCtx = createParamDecorator((_: unknown, context: ExecutionContext): Ctx => {
  const { ctx } = guarded(context);
  if (!ctx) throw new Error('no context: the access guard did not run');
  return ctx;
});

/** The context bound to the workspace of the path; only on routes with `@RequirePermission`. */
export const CurrentWorkspace = createParamDecorator((_: unknown, context: ExecutionContext): WorkspaceCtx => {
  const { ctx, grant } = guarded(context);
  if (!ctx || !grant) throw new Error('no workspace: the route lacks @RequirePermission');
  return { ...ctx, workspaceId: grant.workspaceId };
});

/** What the caller may do in the workspace of the path. */
export const CurrentGrant = createParamDecorator((_: unknown, context: ExecutionContext): WorkspaceGrant => {
  const { grant } = guarded(context);
  if (!grant) throw new Error('no grant: the route lacks @RequirePermission');
  return grant;
});
