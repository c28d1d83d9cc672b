// A real OpenID provider on loopback, in a process of its own because its packages are ES modules through and through.
// Argument: the redirect address it allows. Prints its address. `POST /-/set` changes who signs in and what discovery answers.
import { Buffer } from 'node:buffer';
import { createServer } from 'node:http';
import process from 'node:process';
import { Provider } from 'oidc-provider';

const [, , redirectUri = ''] = process.argv;
const state = { account: null, discovery: null };

const server = createServer();
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'console',
      client_secret: 'a secret of the console that nobody may see',
      redirect_uris: [redirectUri],
      token_endpoint_auth_method: 'client_secret_basic',
    },
  ],
  scopes: ['openid', 'email', 'profile', 'groups'],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  cookies: { keys: ['for tests only'] },
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  findAccount: (_, accountId) => ({ accountId, claims: () => ({ ...state.account, sub: accountId }) }),
  async loadExistingGrant({ oidc }) {
    const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
    grant.addOIDCScope('openid email profile groups');
    await grant.save();
    return grant;
  },
});
const answer = provider.callback();

server.on('request', async (request, response) => {
  if (request.url === '/-/set') {
    const parts = [];
    for await (const part of request) parts.push(part);
    Object.assign(state, JSON.parse(Buffer.concat(parts).toString()));
    response.writeHead(204).end();
  } else if (request.url.startsWith('/interaction/')) {
    // Whoever is sent here is signed in as the account at hand, or refused where there is none.
    const result = state.account ? { login: { accountId: state.account.sub } } : { error: 'access_denied', error_description: 'not today' };
    await provider.interactionFinished(request, response, result);
  } else if (state.discovery && request.url.startsWith('/.well-known/')) {
    const { status = 200, location, document } = state.discovery;
    response.writeHead(status, { 'content-type': 'application/json', ...(location && { location }) }).end(JSON.stringify(document));
  } else {
    answer(request, response);
  }
});
process.stdout.write(`${issuer}\n`);
