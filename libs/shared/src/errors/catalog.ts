import type { ErrorEntry } from './error-entry.js';

const entry = (status: number, title: string, extra: Partial<ErrorEntry> = {}): ErrorEntry => ({
  title,
  status,
  level: 'info',
  retryable: false,
  fixer: 'caller',
  ...extra,
});
/** An error that the gateway endpoint answers as JSON-RPC. */
const wire = (status: number, jsonRpcCode: number, title: string, extra: Partial<ErrorEntry> = {}): ErrorEntry =>
  entry(status, title, { jsonRpcCode, ...extra });

/**
 * Every error the product makes itself: code → what it means and who can mend it.
 * Codes are stable; they grow and never change. `docs/reference/errors.md` is generated from here.
 */
export const ERROR_CATALOG = {
  // platform
  'platform.invalid-request': entry(400, 'The request is not valid'),
  'platform.malformed-json': entry(400, 'The body is not valid JSON'),
  'platform.not-found': entry(404, 'There is nothing here'),
  'platform.method-not-allowed': entry(405, 'This address does not know that method'),
  'platform.body-too-large': entry(413, 'The body is too large'),
  'platform.unsupported-media-type': entry(415, 'The content type must be application/json'),
  'platform.stale-version': entry(412, 'Somebody changed this in the meantime'),
  'platform.rate-limited': entry(429, 'Too many requests', { retryable: true }),
  'platform.cross-site': entry(403, 'The request came from another site'),
  'platform.unavailable': entry(503, 'The service is not available right now', { retryable: true, fixer: 'nobody', level: 'warn' }),
  'platform.internal': entry(500, 'Something broke on our side', { retryable: true, fixer: 'operator', level: 'error' }),
  // auth: console sessions, API keys, people
  'auth.not-signed-in': entry(401, 'Sign in first'),
  'auth.credentials-wrong': entry(401, 'Email or password is wrong'),
  'auth.too-many-attempts': entry(429, 'Too many failed sign-ins', { retryable: true }),
  'auth.busy': entry(503, 'Too many sign-ins at once', { retryable: true }),
  'auth.forbidden': entry(403, 'You lack a permission', { fixer: 'admin' }),
  'auth.setup-closed': entry(409, 'The first operator already exists'),
  'auth.setup-code-wrong': entry(403, 'The setup code is wrong or used up'),
  'auth.email-taken': entry(409, 'A person with this email exists already'),
  'auth.password-weak': entry(400, 'The password is too short'),
  'auth.invite-not-valid': entry(404, 'This invitation is unknown, used or expired'),
  'auth.api-key-not-valid': entry(401, 'The API key is unknown, expired or revoked'),
  'auth.api-key-not-found': entry(404, 'There is no such API key'),
  'auth.scope-unknown': entry(400, 'A scope is not known'),
  // auth: gateway tokens, answered at the endpoint
  'auth.token-missing': entry(401, 'A gateway token is missing'),
  'auth.token-malformed': entry(401, 'The gateway token is malformed'),
  'auth.token-expired': entry(401, 'The gateway token has expired'),
  'auth.token-revoked': entry(401, 'The gateway token was revoked'),
  'auth.token-not-valid-here': entry(401, 'The gateway token is not valid here'),
  'auth.state-unknown': entry(503, 'Tokens cannot be checked right now', { retryable: true, fixer: 'operator', level: 'warn' }),
  // workspaces
  'workspaces.not-found': entry(404, 'There is no such workspace'),
  'workspaces.slug-taken': entry(409, 'A workspace with this slug exists already'),
  'workspaces.member-not-found': entry(404, 'There is no such member'),
  'workspaces.member-exists': entry(409, 'This person is a member already'),
  'workspaces.last-owner': entry(422, 'A workspace needs at least one owner', { fixer: 'admin' }),
  'workspaces.role-too-high': entry(403, 'You cannot give or take a role above your own', { fixer: 'admin' }),
  'workspaces.token-not-found': entry(404, 'There is no such token'),
  'workspaces.token-not-active': entry(409, 'The token is revoked or expired already'),
  'workspaces.token-owner-unknown': entry(422, 'The owner of a token must be a member of the workspace'),
  // servers
  'servers.not-found': entry(404, 'There is no such server'),
  'servers.slug-taken': entry(409, 'A server with this slug exists already'),
  'servers.in-use': entry(409, 'The server is still exposed in a workspace', { fixer: 'admin' }),
  'servers.version-not-found': entry(404, 'The server has no such version'),
  'servers.version-not-approved': entry(422, 'Only an approved version can be exposed', { fixer: 'operator' }),
  'servers.version-state': entry(409, 'The version is in a state that does not allow this'),
  'servers.version-out-of-service': entry(503, 'The pinned version is no longer approved', { fixer: 'operator' }),
  'servers.version-in-use': entry(409, 'The version is still pinned by a workspace', { fixer: 'admin' }),
  'servers.transport-not-available': entry(422, 'This transport is not available in this release'),
  'servers.transport-invalid': entry(400, 'The transport is not valid'),
  'servers.address-denied': entry(422, 'This address may not be reached from the gateway', { fixer: 'operator' }),
  'servers.exposure-not-found': entry(404, 'The server is not exposed in this workspace'),
  'servers.exposure-exists': entry(409, 'The server is exposed in this workspace already'),
  'servers.prefix-taken': entry(409, 'Another server of this workspace uses this tool prefix'),
  'servers.credential-unknown': entry(400, 'The server has no credential slot of this name'),
  'servers.credential-unreadable': entry(503, 'A stored credential cannot be read', { fixer: 'operator', level: 'error' }),
  'servers.request-not-found': entry(404, 'There is no such request'),
  'servers.request-decided': entry(409, 'The request is not open any more'),
  'servers.request-own': entry(403, 'Somebody else must approve what you asked for', { fixer: 'admin' }),
  'servers.request-limit': entry(429, 'Too many open requests, or too many comments on one'),
  'servers.assignee-unknown': entry(422, 'This person cannot decide the request'),
  'servers.tool-not-found': entry(404, 'There is no such tool in this workspace'),
  'servers.alias-taken': entry(409, 'Another tool of this workspace has this name'),
  // gateway: the endpoint itself; jsonRpcCode of protocol.md sections 1 and 2, contract.md section 3
  'gateway.origin-denied': entry(403, 'This Origin or Host may not call the gateway'),
  'gateway.method-not-allowed': entry(405, 'Use POST'),
  'gateway.unsupported-media-type': wire(415, -32600, 'Content-Type must be application/json'),
  'gateway.body-too-large': wire(413, -32600, 'The message is too large'),
  'gateway.malformed': wire(400, -32700, 'The message is not valid JSON'),
  'gateway.invalid-message': wire(400, -32600, 'The message is not valid JSON-RPC'),
  'gateway.invalid-params': wire(400, -32602, 'The parameters are not valid'),
  'gateway.header-mismatch': wire(400, -32020, 'A header differs from the body'),
  'gateway.version-unsupported': wire(400, -32022, 'This protocol revision is not supported'),
  'gateway.method-unknown': wire(404, -32601, 'This method is not known'),
  'gateway.method-unknown-legacy': wire(200, -32601, 'This method is not known'),
  'gateway.session-unknown': wire(404, -32001, 'This session is unknown or has ended'),
  'gateway.session-limit': wire(429, -32603, 'Too many open sessions', { retryable: true }),
  'gateway.tool-unknown': wire(200, -32602, 'There is no such tool'),
  'gateway.tool-not-allowed': wire(200, -32602, 'There is no such tool'),
  'gateway.cancelled': wire(200, -32603, 'The client cancelled the call'),
  'gateway.capability-missing': wire(400, -32021, 'The client lacks a capability that this call needs'),
  'gateway.cursor-unknown': wire(200, -32602, 'The cursor is not valid; start from the first page'),
  'gateway.rate-limited': wire(429, -32603, 'Too many calls', { retryable: true }),
  'gateway.concurrency-limited': wire(429, -32603, 'Too many calls at once', { retryable: true }),
  'gateway.overloaded': wire(503, -32603, 'The gateway is overloaded', { retryable: true, level: 'warn', fixer: 'operator' }),
  'gateway.draining': wire(503, -32603, 'The gateway is stopping', { retryable: true, fixer: 'nobody' }),
  'gateway.upstream-unreachable': wire(200, -32603, 'The server cannot be reached', { retryable: true, fixer: 'admin', level: 'warn' }),
  'gateway.upstream-denied': wire(200, -32603, "The server's address may not be reached", { fixer: 'operator', level: 'warn' }),
  'gateway.upstream-broken': wire(200, -32603, 'The server gave an answer that makes no sense', { fixer: 'admin', level: 'warn' }),
  'gateway.upstream-redirected': wire(200, -32603, 'The server answered with a redirect, which is not followed', {
    fixer: 'admin',
    level: 'warn',
  }),
  'gateway.upstream-too-large': wire(200, -32603, "The server's answer is too large", { fixer: 'admin', level: 'warn' }),
  'gateway.upstream-login-needed': wire(200, -32603, "The server refused the gateway's credentials", { fixer: 'admin', level: 'warn' }),
  'gateway.upstream-error': wire(200, -32603, 'The server answered with an error', { fixer: 'admin' }),
  'gateway.upstream-timeout': wire(200, -32603, 'The server did not answer in time', { retryable: true, fixer: 'admin', level: 'warn' }),
  'gateway.upstream-overloaded': wire(200, -32603, 'Too many calls to this server are under way', {
    retryable: true,
    fixer: 'admin',
    level: 'warn',
  }),
  'gateway.upstream-unsupported': wire(200, -32603, 'The server speaks no protocol revision that the gateway knows', {
    fixer: 'admin',
    level: 'warn',
  }),
  'gateway.credential-missing': wire(200, -32603, 'A credential of the server is not set', { fixer: 'admin' }),
  'gateway.prompt-unknown': wire(200, -32602, 'There is no such prompt'),
  'gateway.resource-unknown': wire(200, -32602, 'There is no such resource'),
  'gateway.request-state-unknown': wire(200, -32602, 'The requestState is not valid here, was used before or has expired; start again'),
  'gateway.client-cannot': wire(200, -32603, 'The server asked for something that this client cannot give'),
  'gateway.parked-limit': wire(429, -32603, 'Too many calls are waiting for an answer of this client', { retryable: true }),
  'gateway.subscription-refused': wire(200, -32602, 'Updates of this resource cannot be had'),
  'gateway.internal': wire(500, -32603, 'Something broke on our side', { retryable: true, level: 'error', fixer: 'operator' }),
} as const satisfies Record<string, ErrorEntry>;

/** A stable code of the catalogue, `room.reason`. */
export type ErrorCode = keyof typeof ERROR_CATALOG;

/** The catalogue row of a code. */
export const errorEntry = (code: ErrorCode): ErrorEntry => ERROR_CATALOG[code];
