import {
  CookieBrowser,
  startAuthorizationServer,
  startFakeUpstream,
  startProtectedServer,
  type AuthorizationServer,
  type FakeUpstream,
  type ProtectedServer,
} from '@mcpnest/testkit';
import { createTestApp, OPERATOR, type TestApp } from '../../../testing/create-test-app.js';

/** Somebody at a browser, and what their MCP client says. */
export interface BenchPerson {
  readonly browser: CookieBrowser;
  /** Of a personal token in the workspace. */
  readonly token: string;
  rest(method: string, path: string, body?: unknown): ReturnType<CookieBrowser['send']>;
}

/** The whole product, an authorization server, and an MCP server that wants its tokens. */
export interface AccountsBench {
  readonly app: TestApp;
  readonly authorization: AuthorizationServer;
  readonly upstream: FakeUpstream;
  readonly server: ProtectedServer;
  readonly root: BenchPerson;
  /** Invites somebody into the workspace, who signs in. */
  person(name: string): Promise<BenchPerson>;
  /** Follows the redirects of a connection as far as the console. @returns the page's path and query */
  walk(by: BenchPerson, url: string): Promise<string>;
  /** Connects an account from its beginning to its end. */
  connect(by: BenchPerson, path: string): Promise<string>;
  /** A stateless call of a client that speaks 2026-07-28, or of an older one without a session. */
  callTool(by: { readonly token: string }, era: 'modern' | 'legacy', more?: ModernCall): Promise<any>;
  facts(event: string): Promise<readonly { readonly facts: any; readonly workspaceId: string | null }[]>;
  close(): Promise<void>;
}

export interface ModernCall {
  readonly capabilities?: object;
  readonly requestState?: string;
  readonly inputResponses?: object;
}

/** The app's egress rules have to name the others, which have to know the app's port: so any port of loopback is allowed. */
const EGRESS = { EGRESS_ALLOW: '127.0.0.1:*' };
const PASSWORD = 'correct horse battery';

export async function openAccountsBench(environment: Readonly<Record<string, string>> = {}): Promise<AccountsBench> {
  const app = await createTestApp({ jobsByHand: true, environment: { ...EGRESS, ...environment } });
  const [authorization, upstream] = await Promise.all([startAuthorizationServer(`${app.url}/api/v1/oauth/callback`), startFakeUpstream()]);
  const server = await startProtectedServer({ upstreamUrl: upstream.url, issuer: authorization.issuer, lookUp: authorization.lookUp });
  const signedIn = async (email: string): Promise<Omit<BenchPerson, 'token'>> => {
    const browser = new CookieBrowser();
    const rest: BenchPerson['rest'] = (method, path, body) => browser.send(method, `${app.url}/api/v1${path}`, body);
    await must(200, rest('POST', '/auth/login', { email, password: PASSWORD }));
    return { browser, rest };
  };
  const withToken = async (person: Omit<BenchPerson, 'token'>): Promise<BenchPerson> => ({
    ...person,
    token: (await must(201, person.rest('POST', '/workspaces/acme/tokens', { name: 'client' }))).token,
  });
  const operator = await signedIn(OPERATOR.email);
  await must(201, operator.rest('POST', '/workspaces', { name: 'Acme' }));
  const root = await withToken(operator);
  const walk: AccountsBench['walk'] = async ({ browser }, url) => {
    const { url: end } = await browser.visit(url, (at) => at.origin === app.url && !at.pathname.startsWith('/api/'));
    return end.pathname + end.search;
  };
  return {
    ...{ app, authorization, upstream, server, root, walk },
    person: async (name) => {
      const email = `${name}@example.com`;
      const invited = await must(201, root.rest('POST', '/workspaces/acme/members', { email, role: 'developer' }));
      const code = invited.inviteUrl.split('#')[1];
      await must(200, new CookieBrowser().send('POST', `${app.url}/api/v1/auth/invites/accept`, { code, name, password: PASSWORD }));
      return withToken(await signedIn(email));
    },
    connect: async (by, path) => walk(by, (await must(200, by.rest('POST', `${path}/connect`))).url),
    callTool: async ({ token }, era, more = {}) => {
      const { capabilities = {}, ...retry } = more;
      const meta = {
        'io.modelcontextprotocol/protocolVersion': '2026-07-28',
        'io.modelcontextprotocol/clientInfo': { name: 'bench', version: '1' },
        'io.modelcontextprotocol/clientCapabilities': capabilities,
      };
      const params = { name: 'echo', arguments: { message: 'hello' }, ...(era === 'modern' && { _meta: meta }), ...retry };
      const headers = { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'tools/call', 'mcp-name': 'echo' };
      const response = await fetch(`${app.url}/api/gw/acme`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
          ...(era === 'modern' && headers),
        },
        body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params }),
      });
      return response.json();
    },
    facts: (event) =>
      app.database.owner.query('SELECT facts, workspace_id AS "workspaceId" FROM ledger WHERE event = $1 ORDER BY number', [event]),
    close: async () => {
      server.close();
      await Promise.all([upstream.close(), authorization.close()]);
      await app.close();
    },
  };
}

/** The body of an answer, where its status is the expected one. */
export async function must(status: number, answer: ReturnType<CookieBrowser['send']>): Promise<any> {
  const { status: got, text, body } = await answer;
  if (got !== status) throw new Error(`expected ${status}, got ${got}: ${text}`);
  return body;
}
