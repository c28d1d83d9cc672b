import type { FieldError } from '@mcpnest/shared/errors';
import type { ServerAuthDto } from './server-auth.dto.js';
import type { ServerAuth } from './server-auth.js';

/** The authentication that a checked body describes; what is wrong with it goes to `errors`. */
export function readServerAuth(dto: ServerAuthDto, errors: FieldError[]): ServerAuth {
  const fault = (member: string, detail: string) => errors.push({ pointer: `/transport/auth/${member}`, detail });
  const { type, tokenUrl, clientId, method = 'client_secret_basic', scopes = [] } = dto;
  if (type !== 'oauth-client') {
    for (const member of ['tokenUrl', 'clientId', 'method', 'scopes'] as const)
      if (dto[member] !== undefined) fault(member, 'Of oauth-client alone: leave it out.');
    return { type };
  }
  if (clientId === undefined) fault('clientId', 'Give the id that the authorization server knows the gateway by.');
  const url = tokenUrl !== undefined && URL.canParse(tokenUrl) ? new URL(tokenUrl) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '' || url.hash !== '')
    fault('tokenUrl', 'Give the absolute https:// address of the token endpoint (http:// where an egress rule allows it).');
  return { type, tokenUrl: url?.href ?? '', clientId: clientId ?? '', method, scopes };
}
