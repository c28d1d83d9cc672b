import { randomBytes } from 'node:crypto';
import type { Call, CreatedToken, Exposure, Me, Server, Workspace } from '@mcpnest/api-client';
import { eventually } from './eventually.js';
import { GatewayClient } from './gateway-client.js';
import { RestClient } from './rest-client.js';
import { ADMIN, LOOPBACK_ALLOWED, startServer, type RunningServer } from './start-server.js';

/** A running installation and its first operator. */
export interface Installation {
  readonly server: RunningServer;
  readonly operator: RestClient;
  readonly anonymous: RestClient;
}

export async function givenInstallation(env: Readonly<Record<string, string>> = {}): Promise<Installation> {
  const server = await startServer({ env: { ...LOOPBACK_ALLOWED, ...env } });
  try {
    const anonymous = await RestClient.anonymous(server.url);
    return { server, anonymous, operator: await anonymous.signIn(ADMIN.email, ADMIN.password) };
  } catch (error) {
    await server.remove();
    throw error;
  }
}

/** A slug nobody has. */
export const freshSlug = (word = 'ws'): string => `${word}-${randomBytes(4).toString('hex')}`;

export function givenWorkspace(by: RestClient, slug = freshSlug()): Promise<Workspace> {
  return by.post<Workspace>('/workspaces', { name: `Workspace ${slug}`, slug });
}

/** What a server is made of besides its address. */
export interface ServerWish {
  readonly slug?: string;
  readonly headers?: readonly { readonly name: string; readonly secret?: boolean; readonly value?: string }[];
  readonly credentials?: Readonly<Record<string, string>>;
  readonly era?: 'auto' | 'modern' | 'legacy';
}

/** A server of the catalogue behind an address; `builtin` stands for the demo. */
export function givenServer(
  operator: RestClient,
  url: string,
  { slug = freshSlug('srv'), headers, credentials, era }: ServerWish = {},
): Promise<Server> {
  const transport =
    url === 'builtin'
      ? { type: 'builtin', name: 'demo' }
      : { type: 'streamable-http', url, ...(headers && { headers }), ...(era && { era }) };
  return operator.post<Server>('/servers', { slug, name: `Server ${slug}`, transport, ...(credentials && { credentials }) });
}

export function givenExposure(
  by: RestClient,
  workspace: string,
  server: string,
  wish: Readonly<Record<string, unknown>> = {},
): Promise<Exposure> {
  return by.post<Exposure>(`/workspaces/${workspace}/servers`, { server, ...wish });
}

export function givenToken(by: RestClient, workspace: string, wish: Readonly<Record<string, unknown>> = {}): Promise<CreatedToken> {
  return by.post<CreatedToken>(`/workspaces/${workspace}/tokens`, { name: freshSlug('token'), ...wish });
}

/** A workspace with servers behind these addresses and a client with a token for it. */
export interface Route {
  readonly workspace: Workspace;
  readonly servers: readonly Server[];
  readonly token: CreatedToken;
  readonly client: GatewayClient;
}

export async function givenRoute(
  operator: RestClient,
  upstreams: readonly (
    string | { readonly url: string; readonly wish: ServerWish; readonly exposure?: Readonly<Record<string, unknown>> }
  )[],
): Promise<Route> {
  const workspace = await givenWorkspace(operator);
  const servers: Server[] = [];
  for (const upstream of upstreams) {
    const { url, wish = {}, exposure = {} } = typeof upstream === 'string' ? { url: upstream } : upstream;
    const server = await givenServer(operator, url, wish);
    await givenExposure(operator, workspace.slug, server.slug, exposure);
    servers.push(server);
  }
  const token = await givenToken(operator, workspace.slug);
  return { workspace, servers, token, client: new GatewayClient(`${operator.origin}/api/gw/${workspace.slug}`, token.token) };
}

/** A person who joined a workspace by an invitation. */
export async function givenMember(
  owner: RestClient,
  workspace: string,
  role: string,
): Promise<{ readonly client: RestClient; readonly email: string; readonly me: Me }> {
  const email = `${freshSlug(role)}@example.com`;
  const { inviteUrl } = await owner.post<{ inviteUrl?: string }>(`/workspaces/${workspace}/members`, { email, role });
  const code = new URL(inviteUrl ?? 'missing:').hash.slice(1);
  const answer = await owner.stranger.send<Me>('POST', '/auth/invites/accept', {
    body: { code, name: `The ${role}`, password: ADMIN.password },
  });
  return { client: owner.signedInBy(answer), email, me: answer.body };
}

/** What is promised is one second, which `calls.e2e-spec.ts` measures; everybody else waits for as long as a busy machine may take. */
const VISIBLE_MS = 10_000;

/** Calls of a workspace as soon as they satisfy the expectation. */
export function callsOnceVisible(
  by: RestClient,
  workspace: string,
  expectation: (calls: readonly Call[]) => void,
  query = '',
): Promise<readonly Call[]> {
  return eventually(async () => {
    const { data } = await by.get<{ data: Call[] }>(`/workspaces/${workspace}/calls${query}`);
    expectation(data);
    return data;
  }, VISIBLE_MS);
}
