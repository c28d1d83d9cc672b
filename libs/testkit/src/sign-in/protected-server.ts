import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands at the server's well-known address and in its challenge; what is left out is the truth. */
export interface ProtectedServerState {
  /** The metadata document; null: there is none. */
  readonly metadata?: object | null;
  /** Status and location in the place of the metadata. */
  readonly metadataAnswer?: { readonly status: number; readonly location?: string } | null;
  /** The `WWW-Authenticate` header; null: none. */
  readonly challenge?: string | null;
  /** Tokens that are refused although they are good. */
  readonly refused?: readonly string[];
}

/** An MCP server that lets nobody in without a token that was given for it, and says where tokens are given (RFC 9728). */
export interface ProtectedServer {
  readonly url: string;
  /** Tokens that were sent to it, in order. */
  readonly tokens: readonly string[];
  /** The newest token of an account that was let in; lists are read with another account than calls are made with, at any time. */
  newestOf(account: string): string | undefined;
  set(state: ProtectedServerState): void;
  close(): void;
}

/** Tells the server behind whose token a request came with. */
export const ACCOUNT_HEADER = 'x-account';

export interface ProtectedServerOptions {
  /** The server behind. */
  readonly upstreamUrl: string;
  readonly issuer: string;
  readonly lookUp: (token: string) => Promise<{ readonly account?: string; readonly audience?: string }>;
}

export async function startProtectedServer({ upstreamUrl, issuer, lookUp }: ProtectedServerOptions): Promise<ProtectedServer> {
  const tokens: string[] = [];
  const newest = new Map<string, string>();
  let state: ProtectedServerState = {};
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const url = `${origin}/mcp`;
  const metadataUrl = `${origin}/.well-known/oauth-protected-resource/mcp`;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === '/.well-known/oauth-protected-resource/mcp') return describe(response);
    if (request.url !== '/mcp') return void response.writeHead(404).end();
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (token !== undefined) tokens.push(token);
    const standing = token === undefined || state.refused?.includes(token) ? {} : await lookUp(token);
    if (token !== undefined && standing.audience === url) {
      newest.set(standing.account ?? '', token);
      return pass(request, response, standing.account ?? '');
    }
    const challenge =
      state.challenge === undefined ? `Bearer resource_metadata="${metadataUrl}", scope="openid email mcp"` : state.challenge;
    response.writeHead(401, { ...(challenge !== null && { 'www-authenticate': challenge }) }).end();
  }

  function describe(response: ServerResponse): void {
    const { metadata = { resource: url, authorization_servers: [issuer], scopes_supported: ['mcp'] }, metadataAnswer } = state;
    const { status, location } = metadataAnswer ?? { status: metadata === null ? 404 : 200, location: undefined };
    response.writeHead(status, { 'content-type': 'application/json', ...(location && { location }) }).end(JSON.stringify(metadata ?? {}));
  }

  function pass(request: IncomingMessage, response: ServerResponse, account: string): void {
    const { authorization: _, host: __, ...headers } = request.headers;
    const onward = forward(upstreamUrl, { method: request.method, headers: { ...headers, [ACCOUNT_HEADER]: account } }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  }

  return {
    url,
    tokens,
    newestOf: (account) => newest.get(account),
    set: (more) => void (state = more),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
