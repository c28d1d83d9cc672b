// A real authorization server on loopback (RFC 8414, 7591, 7009, 8707, 9207), in a process of its own because its packages are ES
// modules through and through. Prints its address. Whoever is sent there is signed in as the account at hand and agrees to all.
// `POST /-/set` changes what it does, `POST /-/token` says what a token is good for, `GET /-/state` tells what it was asked.
import { Buffer } from 'node:buffer';
import { createServer } from 'node:http';
import process from 'node:process';
import { Provider } from 'oidc-provider';
import MemoryAdapter from 'oidc-provider/lib/adapters/memory_adapter.js';

const [, , redirectUri = ''] = process.argv;
const state = {
  account: { sub: 'ada', email: 'ada@accounts.test' },
  discovery: null,
  tokenSeconds: 3600,
  tokenFault: null,
  revocationFault: null,
  tokensHeld: false,
};
/** Requests for tokens that wait, while they are held. */
const held = [];
/** Registered clients that are known no more. */
const forgotten = new Set();
class ForgetfulAdapter extends MemoryAdapter {
  async find(id) {
    return forgotten.has(id) ? undefined : super.find(id);
  }
}
const seen = { refreshes: 0, registrations: 0, revocations: 0 };

const server = createServer();
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  adapter: ForgetfulAdapter,
  clients: [
    {
      client_id: 'known-gateway',
      client_secret: 'a secret of the gateway that nobody may see',
      redirect_uris: [redirectUri],
      grant_types: ['authorization_code', 'refresh_token'],
      token_endpoint_auth_method: 'client_secret_basic',
    },
  ],
  scopes: ['openid', 'email', 'offline_access'],
  claims: { openid: ['sub'], email: ['email'] },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  rotateRefreshToken: true,
  issueRefreshToken: () => true,
  ttl: { AccessToken: () => state.tokenSeconds },
  features: {
    devInteractions: { enabled: false },
    registration: { enabled: true },
    revocation: { enabled: true },
    resourceIndicators: {
      enabled: true,
      useGrantedResource: () => true,
      getResourceServerInfo: (_, resource) => ({
        scope: 'mcp',
        audience: resource,
        accessTokenFormat: 'opaque',
        accessTokenTTL: state.tokenSeconds,
      }),
    },
  },
  cookies: { keys: ['for tests only'] },
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  findAccount: (_, accountId) => ({ accountId, claims: () => ({ ...state.account, sub: accountId }) }),
});
provider.on('grant.success', ({ oidc }) => (seen.refreshes += oidc.params.grant_type === 'refresh_token' ? 1 : 0));
provider.on('registration_create.success', () => (seen.registrations += 1));
provider.on('grant.revoked', () => (seen.revocations += 1));
const answer = provider.callback();

async function interact(request, response) {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (!state.account) return provider.interactionFinished(request, response, { error: 'access_denied', error_description: 'not today' });
  if (prompt.name === 'login') return provider.interactionFinished(request, response, { login: { accountId: state.account.sub } });
  const grant = new provider.Grant({ clientId: params.client_id, accountId: session.accountId });
  grant.addOIDCScope('openid email offline_access');
  if (params.resource) grant.addResourceScope(params.resource, 'mcp');
  return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
}

const bodyOf = async (request) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
};
const say = (response, status, body, headers = {}) =>
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

server.on('request', async (request, response) => {
  if (state.tokensHeld && request.url === '/token') await new Promise((resolve) => held.push(resolve));
  if (request.url === '/-/set') {
    const { forgetClient, ...more } = JSON.parse(await bodyOf(request));
    if (forgetClient) forgotten.add(forgetClient);
    Object.assign(state, more);
    if (!state.tokensHeld) for (const release of held.splice(0)) release();
    response.writeHead(204).end();
  } else if (request.url === '/-/token') {
    const token = await provider.AccessToken.find(await bodyOf(request));
    say(response, 200, token?.isValid ? { account: token.accountId, audience: token.aud } : {});
  } else if (request.url === '/-/state') {
    say(response, 200, { ...seen, held: held.length });
  } else if (request.url.startsWith('/interaction/')) {
    await interact(request, response);
  } else if (state.discovery && request.url.startsWith('/.well-known/')) {
    const { status = 200, location, document } = state.discovery;
    say(response, status, document, location && { location });
  } else if (state.tokenFault && request.url === '/token') {
    say(response, state.tokenFault.status, state.tokenFault.body, state.tokenFault.headers);
  } else if (state.revocationFault && request.url === '/token/revocation') {
    say(response, state.revocationFault.status, state.revocationFault.body);
  } else {
    answer(request, response);
  }
});
process.stdout.write(`${issuer}\n`);
