/** Everything that can go wrong on the way to an upstream, in our own words: no address, no upstream text, no secret. */
import { UpstreamFailure, type UpstreamFailureCode } from '@mcpnest/gateway-core';
import { ResponseFault } from './http1/response-fault.js';

const SAYS: Readonly<Record<UpstreamFailureCode, string>> = {
  'gateway.upstream-unreachable': 'The server cannot be reached; check that it runs and that its URL is right',
  'gateway.upstream-denied': "The server's address may not be reached from the gateway; an operator can allow it in the egress rules",
  'gateway.upstream-broken': 'The server gave an answer that is not valid MCP',
  'gateway.upstream-redirected': 'The server answered with a redirect, which is not followed; enter its final URL',
  'gateway.upstream-too-large': "The server's answer is larger than the gateway accepts",
  'gateway.upstream-login-needed': "The server refused the gateway's credentials; set or renew them",
  'gateway.upstream-timeout': 'The server did not answer in time',
  'gateway.upstream-overloaded': 'Too many calls to this server are under way; try again shortly',
  'gateway.upstream-unsupported': 'The server speaks no protocol revision that the gateway knows',
  'gateway.credential-missing': 'A credential of the server is not set; set it before the server is used',
  'gateway.account-needed': 'The account at the server is no longer connected; connect it again',
};

/** A failure with its standard message, or a more exact one. `sent`: whether any byte of the request may have been written. */
export function failure(code: UpstreamFailureCode, sent: boolean, message: string = SAYS[code]): UpstreamFailure {
  return new UpstreamFailure(code, message, sent);
}

/** The same failure, seen from a request that had not been sent yet. */
export function asUnsent(error: unknown): unknown {
  return error instanceof UpstreamFailure && error.sent ? new UpstreamFailure(error.code, error.message, false) : error;
}

/** What a socket, TLS, DNS or HTTP error means. Its own text names hosts and addresses, so only its code is used. */
export function fromNetworkError(error: unknown, sent: boolean): UpstreamFailure {
  if (error instanceof UpstreamFailure) return error.sent === sent ? error : new UpstreamFailure(error.code, error.message, sent);
  if (error instanceof ResponseFault && error.reason !== 'cut-off') return faulty(error.reason, sent);
  const code = codeOf(error);
  if (sent) return failure('gateway.upstream-broken', sent, 'The server closed the connection before its answer was whole');
  if (code === 'ENOTFOUND' || code.startsWith('EAI_'))
    return failure('gateway.upstream-unreachable', sent, "The server's host name cannot be resolved");
  if (code === 'ETIMEDOUT') return failure('gateway.upstream-unreachable', sent, 'The server did not accept a connection in time');
  if (isTls(code))
    return failure(
      'gateway.upstream-unreachable',
      sent,
      'No secure connection to the server: its certificate or its TLS version was refused',
    );
  return failure('gateway.upstream-unreachable', sent);
}

const faulty = (reason: 'invalid' | 'head-too-large', sent: boolean): UpstreamFailure =>
  reason === 'invalid'
    ? failure('gateway.upstream-broken', sent, 'The server gave an answer that is not valid HTTP')
    : failure('gateway.upstream-too-large', sent, "The head of the server's answer is larger than the gateway accepts");

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

function isTls(code: string): boolean {
  return code.startsWith('ERR_TLS') || code.startsWith('ERR_SSL') || code === 'EPROTO' || /CERT|SELF_SIGNED|SIGNATURE|CRL/.test(code);
}
