import type { Transport } from '@mcpnest/api-client';

export const AUTH_KINDS = ['none', 'bearer', 'basic', 'oauth-client'] as const;
export const CLIENT_METHODS = ['client_secret_basic', 'client_secret_post', 'private_key_jwt'] as const;

/** How a server is to be proved who calls, as it is typed in. Holds no secret. */
export interface AuthDraft {
  kind: (typeof AUTH_KINDS)[number];
  tokenUrl: string;
  clientId: string;
  method: (typeof CLIENT_METHODS)[number];
  /** Parted by spaces. */
  scopes: string;
}

export const NO_AUTH: AuthDraft = { kind: 'none', tokenUrl: '', clientId: '', method: 'client_secret_basic', scopes: '' };

type RemoteAuth = Extract<Transport, { url: string }>['auth'];

/** The credential slots of a kind, as the API names them. */
export function authSlotsOf({ kind, method }: AuthDraft): readonly string[] {
  switch (kind) {
    case 'none':
      return [];
    case 'bearer':
      return ['auth:token'];
    case 'basic':
      return ['auth:username', 'auth:password'];
    case 'oauth-client':
      return [method === 'private_key_jwt' ? 'auth:private-key' : 'auth:client-secret'];
  }
}

/** As the API wants it; undefined where headers are all that is sent. */
export function authOf({ kind, tokenUrl, clientId, method, scopes }: AuthDraft): RemoteAuth {
  if (kind === 'none') return undefined;
  if (kind !== 'oauth-client') return { type: kind };
  const named = scopes.split(/\s+/).filter((scope) => scope !== '');
  return { type: kind, tokenUrl: tokenUrl.trim(), clientId: clientId.trim(), method, ...(named.length > 0 && { scopes: named }) };
}

/** What a stored transport has, ready to be changed. */
export const authDraftOf = (auth: RemoteAuth): AuthDraft =>
  auth === undefined
    ? NO_AUTH
    : {
        kind: auth.type,
        tokenUrl: auth.tokenUrl ?? '',
        clientId: auth.clientId ?? '',
        method: auth.method ?? NO_AUTH.method,
        scopes: (auth.scopes ?? []).join(' '),
      };
