/**
 * How the gateway proves itself to a server by `Authorization`, beside secret headers. Each kind has its own credential slots;
 * their names hold a colon, so that they can be taken neither for a header nor for a variable.
 */
export type ServerAuth = { readonly type: 'bearer' } | { readonly type: 'basic' };

export const AUTH_SLOTS = {
  token: 'auth:token',
  username: 'auth:username',
  password: 'auth:password',
} as const;

/** The slots of a kind, in the order in which people fill them. */
export function authSlots(auth: ServerAuth): readonly string[] {
  switch (auth.type) {
    case 'bearer':
      return [AUTH_SLOTS.token];
    case 'basic':
      return [AUTH_SLOTS.username, AUTH_SLOTS.password];
  }
}

/**
 * The value of `Authorization` for the values of a kind's slots, or undefined while one is missing.
 * Basic is UTF-8 (RFC 7617).
 */
export function authorizationOf(auth: ServerAuth, valueOf: (slot: string) => string | undefined): string | undefined {
  if (auth.type === 'bearer') {
    const token = valueOf(AUTH_SLOTS.token);
    return token === undefined ? undefined : `Bearer ${token}`;
  }
  const [username, password] = [valueOf(AUTH_SLOTS.username), valueOf(AUTH_SLOTS.password)];
  if (username === undefined || password === undefined) return undefined;
  return `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`;
}
