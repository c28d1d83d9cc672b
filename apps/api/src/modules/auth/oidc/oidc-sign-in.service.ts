import { Injectable, Logger } from '@nestjs/common';
import { authorizationCodeGrant, buildAuthorizationUrl, calculatePKCECodeChallenge, type Configuration } from 'openid-client';
import { DomainError } from '@mcpnest/shared/errors';
import { HttpConfig } from '../../../config/slices.js';
import type { Ctx } from '../../../platform/context/ctx.js';
import { API_PREFIX } from '../../../platform/http/api-prefix.js';
import type { Person } from '../identities/user.js';
import { secretHash } from '../secret-hash.js';
import { flowValuesOf, newFlowSecret, sameText, type FlowValues } from './flow-secret.js';
import { OidcClients, reasonOf } from './oidc-clients.js';
import { OidcFlowEntity } from './oidc-flow.entity.js';
import { OidcFlowsRepository } from './oidc-flows.repository.js';
import { OidcPeople } from './oidc-people.service.js';
import { readIdentity, type OidcSettings, type ProvenIdentity } from './oidc-settings.js';
import { OidcSettingsStore } from './oidc-settings.service.js';

const FLOW_MS = 10 * 60_000;
/** Paths of this console only, so that nobody is led elsewhere by a link. */
const NEXT = /^\/(?![/\\])[^\p{Cc}\\]{0,500}$/u;

/** Signs people in through the provider: authorization code with PKCE, state, nonce and issuer check. */
@Injectable()
export class OidcSignIn {
  private readonly log = new Logger('auth');

  constructor(
    private readonly store: OidcSettingsStore,
    private readonly clients: OidcClients,
    private readonly flows: OidcFlowsRepository,
    private readonly people: OidcPeople,
    private readonly http: HttpConfig,
  ) {}

  /** @returns where to send the browser, and the secret for its cookie. @throws DomainError `auth.oidc-off`, `auth.oidc-unreachable` */
  async begin(ctx: Ctx, next: string): Promise<{ readonly url: string; readonly secret: string }> {
    const settings = await this.settings(ctx);
    const configuration = await this.clients.of(ctx, settings);
    const secret = newFlowSecret();
    const values = flowValuesOf(secret);
    if (!values) throw new Error('a secret just made is none');
    const now = Date.now();
    const flow = { stateHash: secretHash(values.state), next: NEXT.test(next) ? next : '/' };
    await this.flows.insert(
      ctx,
      Object.assign(new OidcFlowEntity(), { ...flow, createdAt: new Date(now), expiresAt: new Date(now + FLOW_MS) }),
    );
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: this.redirectUri(),
      scope: [...new Set(['openid', ...settings.scopes])].join(' '),
      state: values.state,
      nonce: values.nonce,
      code_challenge: await calculatePKCECodeChallenge(values.codeVerifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, secret };
  }

  /**
   * Takes the provider's answer. Each sign-in is answered once, in the browser that began it.
   * @throws DomainError `auth.oidc-answer-refused`, `auth.oidc-denied`, `auth.oidc-off`, `auth.oidc-unreachable`, and those of `OidcPeople`
   */
  async complete(
    ctx: Ctx,
    answer: { readonly query: string; readonly secret: string | undefined },
  ): Promise<{ readonly person: Person; readonly next: string }> {
    const settings = await this.settings(ctx);
    const { values, next } = await this.takeFlow(ctx, answer);
    const configuration = await this.clients.of(ctx, settings);
    const identity = await this.prove(configuration, settings, { query: answer.query, values });
    return { person: await this.people.settle(ctx, settings, identity), next };
  }

  private async takeFlow(
    ctx: Ctx,
    { query, secret }: { readonly query: string; readonly secret: string | undefined },
  ): Promise<{ readonly values: FlowValues; readonly next: string }> {
    const values = flowValuesOf(secret);
    const states = new URLSearchParams(query).getAll('state');
    if (!values || states.length !== 1 || !sameText(values.state, states[0] ?? '')) throw refused();
    const flow = await this.flows.take(ctx, secretHash(values.state), new Date());
    if (!flow) throw refused();
    return { values, next: flow.next };
  }

  private async prove(
    configuration: Configuration,
    settings: OidcSettings,
    { query, values }: { query: string; values: FlowValues },
  ): Promise<ProvenIdentity> {
    if (new URLSearchParams(query).get('error') === 'access_denied')
      throw new DomainError('auth.oidc-denied', { detail: 'Sign in again, or ask an administrator of the provider for access.' });
    try {
      const tokens = await authorizationCodeGrant(configuration, new URL(`${this.redirectUri()}?${query}`), {
        expectedState: values.state,
        expectedNonce: values.nonce,
        pkceCodeVerifier: values.codeVerifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw refused();
      return readIdentity(settings, claims);
    } catch (error) {
      if (error instanceof DomainError) throw error;
      this.log.warn({ msg: 'the answer of the identity provider was refused', code: codeOf(error), reason: reasonOf(error) });
      throw refused();
    }
  }

  private async settings(ctx: Ctx): Promise<OidcSettings> {
    const settings = await this.store.read(ctx);
    if (!settings?.enabled)
      throw new DomainError('auth.oidc-off', { detail: 'Sign in with your password, or ask an operator to set it up.' });
    return settings;
  }

  private redirectUri(): string {
    return `${this.http.publicUrl}/${API_PREFIX}/auth/oidc/callback`;
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
const refused = (): DomainError =>
  new DomainError('auth.oidc-answer-refused', {
    detail: 'Begin again on the sign-in page; each attempt counts once, for ten minutes, in one browser.',
  });
