import type { IncomingMessage } from 'node:http';
import type { Actor } from '../context/actor.js';

/** Names the actor behind a REST request. Implemented by the auth room, bound in the composition root. */
export abstract class Authenticator {
  /**
   * @returns the actor with how they proved it, or null where the request carries no proof at all.
   * @throws DomainError `auth.not-signed-in` or `auth.api-key-not-valid` where the proof does not hold.
   */
  abstract authenticate(request: IncomingMessage): Promise<{ readonly actor: Actor; readonly by: 'session' | 'api-key' } | null>;
}
