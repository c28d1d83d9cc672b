import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { isWellFormedSecretToken } from '@mcpnest/shared/ids';
import type { Actor } from '../../platform/context/actor.js';
import { systemCtx } from '../../platform/context/ctx.js';
import { Authenticator } from '../../platform/http/authenticator.port.js';
import { ApiKeys } from './api-keys/api-keys.service.js';
import { ConsoleSessions } from './console-sessions/console-sessions.service.js';
import { SessionCookie } from './console-sessions/session-cookie.js';
import { actorOf } from './identities/user.js';

const CTX = systemCtx('authenticate');

/** Names the actor of a REST request by API key or session cookie. An Authorization header that does not hold never falls through to the cookie. */
@Injectable()
export class RequestAuthenticator extends Authenticator {
  constructor(
    private readonly keys: ApiKeys,
    private readonly sessions: ConsoleSessions,
    private readonly cookie: SessionCookie,
  ) {
    super();
  }

  override async authenticate(request: IncomingMessage): Promise<{ readonly actor: Actor; readonly by: 'session' | 'api-key' } | null> {
    const { authorization } = request.headers;
    if (authorization !== undefined) return { actor: await this.actorOfKey(authorization), by: 'api-key' };
    const secret = this.cookie.read(request);
    if (secret === undefined) return null;
    const person = await this.sessions.personOf(CTX, secret);
    if (!person) throw new DomainError('auth.not-signed-in', { detail: 'The session has ended; sign in again.' });
    return { actor: actorOf(person), by: 'session' };
  }

  private async actorOfKey(authorization: string): Promise<Actor> {
    const key = /^bearer +(\S+)$/i.exec(authorization)?.[1] ?? '';
    const actor = isWellFormedSecretToken(key, 'mna_') ? await this.keys.actorOf(CTX, key) : null;
    if (!actor)
      throw new DomainError('auth.api-key-not-valid', {
        detail: 'Send `Authorization: Bearer mna_…` with a key from the console, or no Authorization header at all.',
      });
    return actor;
  }
}
