import { CookieBrowser } from '@mcpnest/testkit';
import { createTestApp, type TestApp } from '../../../testing/create-test-app.js';
import { startIdentityProvider, type Account, type FalseDiscovery, type IdentityProvider } from '../../../testing/identity-provider.js';
import type { RestClient } from '../../../testing/rest-client.js';

const ANN: Account = { sub: 'ann-1', email: 'ann@example.com', email_verified: true, name: 'Ann', groups: [] };
/** The test app's egress rules have to name the provider, which has to know the app's port: so any port of loopback is allowed. */
const EGRESS = { EGRESS_ALLOW: '127.0.0.1:*' };

describe('a hostile identity provider', () => {
  let app: TestApp;
  let provider: IdentityProvider;
  let root: RestClient;

  const problemOf = async (answer: (honest: Record<string, unknown>) => FalseDiscovery): Promise<string> => {
    await provider.set({ discovery: answer(await provider.discovery()) });
    const { body } = await root.post('/settings/oidc/test');
    await provider.set({ discovery: null });
    expect(body.ok).toBe(false);
    return body.problem;
  };

  beforeAll(async () => {
    app = await createTestApp({ environment: EGRESS });
    provider = await startIdentityProvider(`${app.url}/api/v1/auth/oidc/callback`);
    root = await app.operator();
    await root.put('/settings/oidc', {
      enabled: true,
      issuer: provider.issuer,
      clientId: provider.clientId,
      clientSecret: provider.clientSecret,
      scopes: [],
      buttonLabel: 'SSO',
      emailDomains: [],
      emailTrusted: false,
      provisioning: 'invited',
      groupsClaim: 'groups',
      operatorGroup: null,
      groupRoles: [],
    });
  });
  afterAll(async () => {
    await provider?.close();
    await app?.close();
  });

  it('is told from one that can be used', async () => {
    expect((await root.post('/settings/oidc/test')).body).toMatchObject({ ok: true, problem: null, namesItself: true });
  });

  it.each<[string, (honest: Record<string, unknown>) => FalseDiscovery, RegExp]>([
    ['of another issuer', (honest) => ({ document: { ...honest, issuer: 'https://id.example.com' } }), /of this very issuer/],
    [
      'that sends people to a script',
      (honest) => ({ document: { ...honest, authorization_endpoint: 'javascript:alert(1)' } }),
      /no address for/,
    ],
    [
      'without an address to send people to',
      (honest) => ({ document: { ...honest, authorization_endpoint: undefined } }),
      /no address for/,
    ],
    ['that is an error', () => ({ status: 500 }), /of this very issuer/],
    ['that redirects to a private address', () => ({ status: 302, location: 'http://169.254.169.254/latest/meta-data/' }), /redirect/i],
  ])('cannot be set up with a document %s', async (_, answer, problem) => {
    expect(await problemOf(answer)).toMatch(problem);
  });

  it('never makes the server fetch a private address that it names', async () => {
    const document = { ...(await provider.discovery()), token_endpoint: 'http://169.254.169.254/token' };
    await provider.set({ account: ANN, discovery: { document } });
    await root.put('/settings/oidc', { ...(await storedSettings(root)), buttonLabel: 'Again' });
    const { url } = await new CookieBrowser().visit(`${app.url}/api/v1/auth/oidc/start`, (at) => at.pathname === '/sign-in');
    await provider.set({ discovery: null });
    expect(url.search).toBe('?problem=auth.oidc-answer-refused');
  });

  it('is not shown the secret of another: a new issuer starts without one', async () => {
    const shown = (await root.put('/settings/oidc', { ...(await storedSettings(root)), issuer: 'https://id.example.com' })).body;
    expect(shown.hasClientSecret).toBe(false);
  });

  it('cannot be named by an address that no egress rule allows', async () => {
    await root.put('/settings/oidc', { ...(await storedSettings(root)), issuer: 'http://10.1.2.3' });
    expect((await root.post('/settings/oidc/test')).body.problem).toMatch(/no egress rule allows it/);
    expect((await app.client().get('/auth/oidc/start')).headers.get('location')).toBe('/sign-in?problem=auth.oidc-unreachable');
  });

  it('is for operators to set, with fields that fit', async () => {
    const stored = await storedSettings(root);
    expect((await app.client().put('/settings/oidc', stored)).status).toBe(401);
    for (const wrong of [
      { issuer: 'id.example.com' },
      { issuer: 'https://user:pass@id.example.com' },
      { issuer: 'https://id.example.com/?x=1' },
      { provisioning: 'automatic', emailDomains: [] },
      { emailDomains: ['Example.com'] },
      { emailDomains: ['@example.com'] },
      { scopes: ['two words'] },
      { groupRoles: [{ group: 'devs', workspaceId: 'ws_unknown', role: 'owner' }] },
      { groupRoles: [{ group: 'devs', workspaceId: 'ws_unknown', role: 'god' }] },
      { revision: 7 },
    ]) {
      expect([(await root.put('/settings/oidc', { ...stored, ...wrong })).status, wrong]).toEqual([400, wrong]);
    }
  });
});

async function storedSettings(root: RestClient): Promise<object> {
  const { hasClientSecret: _, redirectUri: __, ...settings } = (await root.get('/settings/oidc')).body;
  return settings;
}
