import { DomainError, type FieldError } from '@mcpnest/shared/errors';
import { slotKey, type RemoteTransport, type Transport, type TransportHeader } from './transport.js';
import { readServerAuth } from './auth-rules.js';
import type { ServerAuth } from './server-auth.js';
import { readStdio } from './stdio-rules.js';
import type { TransportHeaderDto } from './transport-header.dto.js';
import type { HttpTransportDto, TransportDto } from './transport.dto.js';

/** RFC 9110, section 5.6.2. */
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,128}$/;
const PLAIN_VALUE = /^(?:[\x21-\x7e](?:[\t\x20-\x7e]*[\x21-\x7e])?)?$/;

/** Headers that belong to the wire or to the gateway itself; a server's definition may not set them. `authorization` may be a secret slot. */
const FORBIDDEN = new Set([
  'accept',
  'accept-charset',
  'accept-encoding',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'cookie',
  'date',
  'expect',
  'forwarded',
  'host',
  'keep-alive',
  'last-event-id',
  'origin',
  'referer',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
]);
const FORBIDDEN_PREFIXES = ['mcp-', 'proxy-', 'sec-', 'x-forwarded-', ':'];
/** What carries a secret by its nature: a readable value would stand in the catalogue for everybody. */
const SECRET_ONLY = new Set(['authorization']);

const isForbidden = (name: string): boolean => FORBIDDEN.has(name) || FORBIDDEN_PREFIXES.some((prefix) => name.startsWith(prefix));

/**
 * The transport that a checked body describes.
 * @throws DomainError `servers.transport-invalid` with the members at fault
 */
export function toTransport(dto: TransportDto): Transport {
  if (dto.type === 'builtin') return { type: 'builtin', name: dto.name };
  const errors: FieldError[] = [];
  const transport = dto.type === 'stdio' ? readStdio(dto, errors) : readRemote(dto, errors);
  if (errors.length > 0) throw new DomainError('servers.transport-invalid', { detail: 'Correct the transport; see errors.', errors });
  return transport;
}

function readRemote(dto: HttpTransportDto, errors: FieldError[]): RemoteTransport {
  const remote = {
    url: readUrl(dto, errors),
    headers: readHeaders(dto.headers ?? [], errors),
    ...readAuth(dto, errors),
    ...(dto.clientCapabilities === 'superset' && { clientCapabilities: dto.clientCapabilities }),
  };
  if (dto.type === 'streamable-http') return { type: 'streamable-http', ...remote, era: dto.era ?? 'auto' };
  if (dto.era === 'modern')
    errors.push({ pointer: '/transport/era', detail: 'The HTTP+SSE transport is of the legacy era: leave this out.' });
  return { type: 'sse', ...remote };
}

function readAuth({ auth, headers = [] }: HttpTransportDto, errors: FieldError[]): { readonly auth?: ServerAuth } {
  if (!auth) return {};
  if (headers.some(({ name }) => slotKey(name) === 'authorization'))
    errors.push({
      pointer: '/transport/auth',
      detail: 'It makes the Authorization header itself: take that header out, or leave this out.',
    });
  return { auth: readServerAuth(auth, errors) };
}

function readUrl(dto: HttpTransportDto, errors: FieldError[]): string {
  const fault = (detail: string): string => {
    errors.push({ pointer: '/transport/url', detail });
    return dto.url;
  };
  if (!URL.canParse(dto.url) || /[\s\p{Cc}]/u.test(dto.url)) return fault('Give an absolute URL such as https://mcp.example.com/mcp.');
  const url = new URL(dto.url);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return fault('The URL must begin with https:// (or http:// where an egress rule allows it).');
  if (url.username !== '' || url.password !== '') return fault('Put no name or password into the URL: use a secret header.');
  if (dto.url.includes('#')) return fault('Leave the part behind # out.');
  return url.href;
}

function readHeaders(headers: readonly TransportHeaderDto[], errors: FieldError[]): readonly TransportHeader[] {
  const seen = new Set<string>();
  return headers.map((header, index) => {
    const detail = faultOf(header, seen);
    if (detail) errors.push({ pointer: `/transport/headers/${index}`, detail });
    seen.add(slotKey(header.name));
    const secret = header.secret === true;
    return { name: header.name, secret, value: secret ? null : (header.value ?? '') };
  });
}

function faultOf(header: TransportHeaderDto, seen: ReadonlySet<string>): string | null {
  const key = slotKey(header.name);
  if (!TOKEN.test(header.name)) return 'A header name holds letters, digits and - only.';
  if (isForbidden(key)) return 'This header belongs to the protocol or to the gateway and cannot be set.';
  if (seen.has(key)) return 'This header is listed twice.';
  if (header.secret === true)
    return header.value === undefined ? null : 'A secret header carries no value here: give it under credentials.';
  if (SECRET_ONLY.has(key)) return 'This header must be secret: set "secret": true and give its value under credentials.';
  if (header.value === undefined) return 'Give a value, or set "secret": true.';
  return PLAIN_VALUE.test(header.value) ? null : 'The value must be one line of printable ASCII characters without spaces at its ends.';
}
