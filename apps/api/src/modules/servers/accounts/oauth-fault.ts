import { UpstreamFailure } from '@mcpnest/gateway-core';
import { DomainError } from '@mcpnest/shared/errors';
import { MetadataRefused } from './read-metadata.js';

const REFUSED: Partial<Record<UpstreamFailure['code'], string>> = {
  'gateway.upstream-denied':
    'The server, or one that it names, stands at an address that is private, special or plain http, and no egress rule allows it.',
  'gateway.upstream-redirected': 'The server, or one that it names, answered with a redirect, which is not followed.',
  'gateway.upstream-too-large': 'What the server, or one that it names, answered is too large.',
  'gateway.upstream-broken': 'The server, or one that it names, gave an answer that makes no sense.',
};

/** What went wrong on the way to an authorization server, in words of ours; anything else goes on as it is. */
export function explainOAuthFault(error: unknown): unknown {
  if (error instanceof MetadataRefused)
    return new DomainError('servers.oauth-discovery-refused', {
      detail: `${error.message} An operator can test the sign-in of the server.`,
    });
  if (!(error instanceof UpstreamFailure)) return error;
  const detail = REFUSED[error.code];
  return detail === undefined
    ? new DomainError('servers.oauth-unreachable', { detail: `${error.message}. Try again in a while.` })
    : new DomainError('servers.oauth-discovery-refused', { detail });
}
