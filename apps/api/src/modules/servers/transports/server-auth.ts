/**
 * How the gateway proves itself to a server by `Authorization`, beside secret headers. Each kind has its own credential slots;
 * their names hold a colon, so that they can be taken neither for a header nor for a variable.
 */
export type ServerAuth = { readonly type: 'bearer' } | { readonly type: 'basic' } | OAuthClientAuth | OAuthMemberAuth;

export const CLIENT_METHODS = ['client_secret_basic', 'client_secret_post', 'private_key_jwt'] as const;
export type ClientMethod = (typeof CLIENT_METHODS)[number];

/** OAuth client credentials: the gateway asks the authorization server for tokens on its own account. */
export interface OAuthClientAuth {
  readonly type: 'oauth-client';
  /** Where tokens are asked for. */
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly method: ClientMethod;
  readonly scopes: readonly string[];
}

export const MEMBER_METHODS = ['none', ...CLIENT_METHODS] as const;
export type MemberMethod = (typeof MEMBER_METHODS)[number];

/**
 * OAuth by person: each member connects an account of their own, and their calls carry its tokens. Who gives tokens is found
 * out from the server itself, or must be the issuer that stands here.
 */
export interface OAuthMemberAuth {
  readonly type: 'oauth-member';
  /** The one authorization server that is accepted; null: the one that the server names. */
  readonly issuer: string | null;
  /** Under which the authorization server knows the gateway already; null: it registers by itself. Never without an issuer. */
  readonly clientId: string | null;
  /** How a client of that id proves itself. */
  readonly method: MemberMethod;
  /** What is asked for; empty: what the server wants. */
  readonly scopes: readonly string[];
}

export const AUTH_SLOTS = {
  token: 'auth:token',
  username: 'auth:username',
  password: 'auth:password',
  clientSecret: 'auth:client-secret',
  privateKey: 'auth:private-key',
} as const;

/** The slots of a kind, in the order in which people fill them. */
export function authSlots(auth: ServerAuth): readonly string[] {
  switch (auth.type) {
    case 'bearer':
      return [AUTH_SLOTS.token];
    case 'basic':
      return [AUTH_SLOTS.username, AUTH_SLOTS.password];
    case 'oauth-client':
      return [proofSlot(auth.method)];
    case 'oauth-member':
      return auth.clientId === null || auth.method === 'none' ? [] : [proofSlot(auth.method)];
  }
}

const proofSlot = (method: MemberMethod): string => (method === 'private_key_jwt' ? AUTH_SLOTS.privateKey : AUTH_SLOTS.clientSecret);

/** The origin that values of the kind's slots are shown to besides the server's own, or null. */
export function authOriginOf(auth: ServerAuth | undefined): string | null {
  if (auth?.type === 'oauth-client') return new URL(auth.tokenUrl).origin;
  return auth?.type === 'oauth-member' && auth.issuer !== null ? new URL(auth.issuer).origin : null;
}

/**
 * The value of `Authorization` for the values of a kind's slots, or undefined while one is missing, or where it is asked for
 * each time. Basic is UTF-8 (RFC 7617).
 */
export function authorizationOf(auth: ServerAuth, valueOf: (slot: string) => string | undefined): string | undefined {
  if (auth.type === 'oauth-client' || auth.type === 'oauth-member') return undefined;
  if (auth.type === 'bearer') {
    const token = valueOf(AUTH_SLOTS.token);
    return token === undefined ? undefined : `Bearer ${token}`;
  }
  const [username, password] = [valueOf(AUTH_SLOTS.username), valueOf(AUTH_SLOTS.password)];
  if (username === undefined || password === undefined) return undefined;
  return `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`;
}
