/** What a server says about who gives tokens for it (RFC 9728). */
export interface ResourceMetadata {
  readonly resource: string;
  readonly issuers: readonly string[];
  readonly scopes: readonly string[];
}

/** What an authorization server says about itself (RFC 8414, OpenID Connect Discovery). */
export interface IssuerMetadata {
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly registrationEndpoint: string | null;
  readonly revocationEndpoint: string | null;
  readonly scopes: readonly string[];
  readonly methods: readonly string[];
  /** Whether an address may stand for a client (Client ID Metadata Documents). */
  readonly takesClientDocuments: boolean;
  /** Whether its answers name it (RFC 9207). */
  readonly namesItself: boolean;
}

/** Why a document is not believed, in words for people; never in the document's own. */
export class MetadataRefused extends Error {
  override readonly name = 'MetadataRefused';
}

const SCOPE = /^[\x21\x23-\x5b\x5d-\x7e]{1,256}$/;
const NAMES_MAX = 64;
type Document = Readonly<Record<string, unknown>>;

/** An address that the gateway or a browser may be sent to. Whether the gateway may reach it, the egress rules say. */
export function isSafeAddress(text: unknown): text is string {
  if (typeof text !== 'string' || text.length > 2048 || !URL.canParse(text)) return false;
  const { protocol, username, password, hash } = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '' && hash === '';
}

/**
 * Reads metadata of a protected resource, asked for by the address that is dialled: it must speak of that very server, or of a
 * part of its origin that the server lies in. @throws MetadataRefused
 */
export function readResourceMetadata(document: Document, serverUrl: string): ResourceMetadata {
  const { resource } = document;
  if (!isSafeAddress(resource) || !covers(new URL(resource), new URL(serverUrl)))
    throw new MetadataRefused('The server names another resource than itself, so its tokens might be meant for somebody else.');
  const issuers = textsOf(document['authorization_servers']).filter(isSafeAddress);
  if (issuers.length === 0) throw new MetadataRefused('The server names no authorization server.');
  return { resource, issuers, scopes: scopesOf(document['scopes_supported']) };
}

function covers(resource: URL, server: URL): boolean {
  const folder = resource.pathname.endsWith('/') ? resource.pathname : `${resource.pathname}/`;
  return resource.origin === server.origin && resource.search === '' && `${server.pathname}/`.startsWith(folder);
}

/** Reads metadata of an authorization server. @param issuer by which it was asked for; no other is believed. @throws MetadataRefused */
export function readIssuerMetadata(document: Document, issuer: string): IssuerMetadata {
  if (document['issuer'] !== issuer)
    throw new MetadataRefused('The authorization server calls itself by another name than it was asked by.');
  if (!textsOf(document['code_challenge_methods_supported']).includes('S256'))
    throw new MetadataRefused('The authorization server does not say that it checks PKCE with S256, without which no connection is made.');
  const responses = document['response_types_supported'];
  if (responses !== undefined && !textsOf(responses).includes('code'))
    throw new MetadataRefused('The authorization server gives no authorization codes.');
  return {
    issuer,
    authorizationEndpoint: addressOf(document, 'authorization_endpoint', issuer),
    tokenEndpoint: addressOf(document, 'token_endpoint', issuer),
    registrationEndpoint: optionalAddressOf(document, 'registration_endpoint', issuer),
    revocationEndpoint: optionalAddressOf(document, 'revocation_endpoint', issuer),
    scopes: scopesOf(document['scopes_supported']),
    methods: textsOf(document['token_endpoint_auth_methods_supported'] ?? ['client_secret_basic']),
    takesClientDocuments: document['client_id_metadata_document_supported'] === true,
    namesItself: document['authorization_response_iss_parameter_supported'] === true,
  };
}

const optionalAddressOf = (document: Document, name: string, issuer: string): string | null =>
  document[name] === undefined || document[name] === null ? null : addressOf(document, name, issuer);

/** Plain http only where the issuer itself is spoken to so. */
function addressOf(document: Document, name: string, issuer: string): string {
  const address = document[name];
  if (!isSafeAddress(address) || (address.startsWith('http:') && !issuer.startsWith('http:')))
    throw new MetadataRefused(`The authorization server names no usable ${name.replaceAll('_', ' ')}.`);
  return address;
}

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.slice(0, NAMES_MAX).filter((one): one is string => typeof one === 'string') : [];

const scopesOf = (value: unknown): readonly string[] => textsOf(value).filter((scope) => SCOPE.test(scope));

/** The scopes of a text such as a challenge's. */
export const scopesIn = (text: string | undefined): readonly string[] => scopesOf((text ?? '').split(' '));

/** Where metadata of a protected resource stands (RFC 9728, section 3.1), the most exact place first. */
export function resourceMetadataPlaces(serverUrl: string): readonly string[] {
  const { origin, pathname } = new URL(serverUrl);
  const root = `${origin}/.well-known/oauth-protected-resource`;
  return pathname === '/' ? [root] : [`${root}${pathname.replace(/\/$/, '')}`, root];
}

/** Where metadata of an authorization server stands, in the order of the MCP specification (2025-11-25, "Authorization Server Metadata Discovery"). */
export function issuerMetadataPlaces(issuer: string): readonly string[] {
  const { origin, pathname } = new URL(issuer);
  const path = pathname.replace(/\/$/, '');
  const [oauth, oidc] = [`${origin}/.well-known/oauth-authorization-server`, `${origin}/.well-known/openid-configuration`];
  return path === '' ? [oauth, oidc] : [`${oauth}${path}`, `${oidc}${path}`, `${origin}${path}/.well-known/openid-configuration`];
}

/** Parameters of the `Bearer` challenge of a `WWW-Authenticate` header (RFC 9110, section 11.6.1), names in lower case. */
export function readChallenge(header: string | undefined): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  const at = (header ?? '').slice(0, 8192).search(/(?:^|[\s,])bearer(?:\s|$)/i);
  if (header === undefined || at < 0) return found;
  const rest = header.slice(at, at + 8192).replace(/^[\s,]*bearer/i, '');
  for (const [, name, quoted, plain] of rest.matchAll(/(?:^|[\s,])([\w-]{1,64})\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))/g))
    found[name!.toLowerCase()] ??= quoted?.replace(/\\(.)/g, '$1') ?? plain!;
  return found;
}
