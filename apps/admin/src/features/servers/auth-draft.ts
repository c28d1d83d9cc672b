import type { Transport } from '@mcpnest/api-client';

export const AUTH_KINDS = ['none', 'bearer', 'basic', 'oauth-client', 'oauth-member'] as const;
export const CLIENT_METHODS = ['client_secret_basic', 'client_secret_post', 'private_key_jwt'] as const;
export const MEMBER_METHODS = [...CLIENT_METHODS, 'none'] as const;

/** How a server is to be proved who calls, as it is typed in. Holds no secret. */
export interface AuthDraft {
  kind: (typeof AUTH_KINDS)[number];
  tokenUrl: string;
  clientId: string;
  /** The authorization server that alone is accepted; empty: the one that the server names. */
  issuer: string;
  method: (typeof MEMBER_METHODS)[number];
  /** Parted by spaces. */
  scopes: string;
}

export const NO_AUTH: AuthDraft = { kind: 'none', tokenUrl: '', clientId: '', issuer: '', method: 'client_secret_basic', scopes: '' };

type RemoteAuth = Extract<Transport, { url: string }>['auth'];

/** The credential slots of a kind, as the API names them. */
export function authSlotsOf({ kind, method, clientId }: AuthDraft): readonly string[] {
  switch (kind) {
    case 'none':
      return [];
    case 'bearer':
      return ['auth:token'];
    case 'basic':
      return ['auth:username', 'auth:password'];
    case 'oauth-member':
      if (clientId.trim() === '' || method === 'none') return [];
      return [method === 'private_key_jwt' ? 'auth:private-key' : 'auth:client-secret'];
    case 'oauth-client':
      return [method === 'private_key_jwt' ? 'auth:private-key' : 'auth:client-secret'];
  }
}

/** As the API wants it; undefined where headers are all that is sent. */
export function authOf({ kind, tokenUrl, clientId, issuer, method, scopes }: AuthDraft): RemoteAuth {
  if (kind === 'none') return undefined;
  if (kind !== 'oauth-client' && kind !== 'oauth-member') return { type: kind };
  const named = scopes.split(/\s+/).filter((scope) => scope !== '');
  const wished = named.length > 0 && { scopes: named };
  if (kind === 'oauth-client') return { type: kind, tokenUrl: tokenUrl.trim(), clientId: clientId.trim(), method, ...wished };
  const known = clientId.trim() !== '' && { clientId: clientId.trim(), method };
  return { type: kind, ...(issuer.trim() !== '' && { issuer: issuer.trim() }), ...known, ...wished };
}

/** What a stored transport has, ready to be changed. */
export const authDraftOf = (auth: RemoteAuth): AuthDraft =>
  auth === undefined
    ? NO_AUTH
    : {
        kind: auth.type,
        tokenUrl: auth.tokenUrl ?? '',
        clientId: auth.clientId ?? '',
        issuer: auth.issuer ?? '',
        method: auth.method ?? NO_AUTH.method,
        scopes: (auth.scopes ?? []).join(' '),
      };
