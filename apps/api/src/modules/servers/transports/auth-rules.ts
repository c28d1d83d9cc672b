import type { FieldError } from '@mcpnest/shared/errors';
import type { ServerAuthDto } from './server-auth.dto.js';
import type { OAuthMemberAuth, ServerAuth } from './server-auth.js';

const OAUTH_MEMBERS = ['tokenUrl', 'clientId', 'method', 'scopes', 'issuer'] as const;
type Fault = (member: string, detail: string) => void;

/** The authentication that a checked body describes; what is wrong with it goes to `errors`. */
export function readServerAuth(dto: ServerAuthDto, errors: FieldError[]): ServerAuth {
  const fault: Fault = (member, detail) => void errors.push({ pointer: `/transport/auth/${member}`, detail });
  const { type, tokenUrl, clientId, method = 'client_secret_basic', scopes = [] } = dto;
  if (type === 'oauth-member') return readMemberAuth(dto, fault);
  if (type !== 'oauth-client') {
    for (const member of OAUTH_MEMBERS) if (dto[member] !== undefined) fault(member, 'Of OAuth alone: leave it out.');
    return { type };
  }
  if (dto.issuer !== undefined) fault('issuer', 'Of oauth-member alone: leave it out.');
  if (clientId === undefined) fault('clientId', 'Give the id that the authorization server knows the gateway by.');
  if (method === 'none') fault('method', 'A client of its own account has to prove itself.');
  const url = addressOf(tokenUrl);
  if (!url) fault('tokenUrl', 'Give the absolute https:// address of the token endpoint (http:// where an egress rule allows it).');
  return {
    type,
    tokenUrl: url?.href ?? '',
    clientId: clientId ?? '',
    method: method === 'none' ? 'client_secret_basic' : method,
    scopes,
  };
}

function readMemberAuth({ tokenUrl, clientId, method, issuer, scopes = [] }: ServerAuthDto, fault: Fault): OAuthMemberAuth {
  if (tokenUrl !== undefined) fault('tokenUrl', 'The authorization server says itself where tokens are given: leave it out.');
  if (issuer !== undefined && !addressOf(issuer))
    fault('issuer', 'Give the https:// address that the authorization server is known by (http:// where an egress rule allows it).');
  if (clientId !== undefined && issuer === undefined)
    fault('issuer', 'A client id belongs to one authorization server: say which, so that no other is shown its secret.');
  if (clientId === undefined && method !== undefined) fault('method', 'Of a client id alone: leave it out.');
  return { type: 'oauth-member', issuer: issuer ?? null, clientId: clientId ?? null, method: method ?? 'client_secret_basic', scopes };
}

function addressOf(text: string | undefined): URL | null {
  const url = text !== undefined && URL.canParse(text) ? new URL(text) : null;
  return url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' && url.hash === '' ? url : null;
}
