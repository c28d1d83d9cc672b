import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '@mcpnest/shared/errors';
import { HttpConfig } from '../../config/slices.js';
import { systemCtx } from '../context/ctx.js';
import { noTransaction } from '../context/transaction-handle.js';
import { ACCESS, type Access } from './access.js';
import { Authenticator } from './authenticator.port.js';
import { isCrossSite } from './cross-site.js';
import type { GuardedRequest } from './current.js';
import { forbiddenInInstallation, forbiddenInWorkspace } from './forbidden.js';
import { Permissions } from './permissions.port.js';
import { requestIdOf } from './request-id.js';
import { RestThrottlerGuard } from './rest-throttler.guard.js';
import { isJsonType } from './strict-json-body.js';

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** The one global guard. What no access decorator opens stays shut; what one opens is opened only to those it names. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly throttler: RestThrottlerGuard,
    private readonly authenticator: Authenticator,
    private readonly permissions: Permissions,
    private readonly http: HttpConfig,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [context.getHandler(), context.getClass()]);
    if (access?.kind === 'gateway-token') return true;
    return this.admit(context, access);
  }

  private async admit(context: ExecutionContext, access: Access | undefined): Promise<boolean> {
    if (!access) throw new DomainError('auth.forbidden', { detail: 'This route has no access rule and is therefore closed.' });
    await this.throttler.canActivate(context);
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    this.refuseOtherSites(request, access);
    if (access.kind === 'public') {
      request.ctx = systemCtx('public', requestIdOf(request));
      return true;
    }
    await this.authenticate(request);
    await this.authorize(request, access);
    return true;
  }

  private async authenticate(request: GuardedRequest): Promise<void> {
    const proven = await this.authenticator.authenticate(request);
    if (!proven) throw new DomainError('auth.not-signed-in');
    request.ctx = { actor: proven.actor, requestId: requestIdOf(request), transaction: noTransaction };
    request.authenticatedBy = proven.by;
    if (proven.by === 'session' && !SAFE_METHODS.has(request.method) && !isJsonType(request.headers['content-type'])) {
      throw new DomainError('platform.unsupported-media-type', {
        detail: 'Requests with a session cookie that change something must be application/json, even without a body.',
      });
    }
  }

  private async authorize(request: GuardedRequest, access: Access): Promise<void> {
    const { ctx, authenticatedBy: by = 'session' } = request;
    if (!ctx) throw new DomainError('auth.not-signed-in');
    if (access.kind === 'installation' && !this.permissions.ofInstallation(ctx.actor).includes(access.permission)) {
      throw forbiddenInInstallation(access.permission, by);
    }
    if (access.kind !== 'workspace') return;
    const slug = request.params['slug'];
    const grant = typeof slug === 'string' ? await this.permissions.inWorkspace(ctx.actor, slug) : null;
    if (!grant) throw new DomainError('workspaces.not-found');
    if (!access.permissions.some((permission) => grant.permissions.includes(permission)))
      throw forbiddenInWorkspace(access.permissions, by);
    request.grant = grant;
  }

  /** A bearer key is never sent by a browser of its own accord; all else that changes something must be same-origin. */
  private refuseOtherSites(request: GuardedRequest, access: Access): void {
    if (SAFE_METHODS.has(request.method)) return;
    if (access.kind !== 'public' && request.headers.authorization !== undefined) return;
    const target = `${request.protocol}://${request.headers.host ?? ''}`;
    if (isCrossSite(request.headers, { target, publicOrigin: new URL(this.http.publicUrl).origin })) {
      throw new DomainError('platform.cross-site', { detail: `Open the console at ${this.http.publicUrl} and try again.` });
    }
  }
}
