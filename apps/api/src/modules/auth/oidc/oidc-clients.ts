import { Injectable } from '@nestjs/common';
import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  None,
  type ClientAuth,
  type Configuration,
} from 'openid-client';
import { UpstreamFailure } from '@mcpnest/gateway-core';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Outbound } from '../../../platform/http/outbound.port.js';
import type { OidcSettings } from './oidc-settings.js';
import { OidcSettingsStore } from './oidc-settings.service.js';

const KEPT_MS = 10 * 60_000;
const TIMEOUT_S = 10;

interface Kept {
  readonly revision: number;
  readonly until: number;
  readonly configuration: Promise<Configuration>;
}

/** Knows the provider: its discovery document, read through the guarded connections, kept for ten minutes per setting. */
@Injectable()
export class OidcClients {
  private kept: Kept | null = null;

  constructor(
    private readonly store: OidcSettingsStore,
    private readonly outbound: Outbound,
  ) {}

  /** @throws DomainError `auth.oidc-unreachable` */
  of(ctx: Ctx, settings: OidcSettings): Promise<Configuration> {
    const now = performance.now();
    if (this.kept?.revision === settings.revision && this.kept.until > now) return this.kept.configuration;
    const kept: Kept = { revision: settings.revision, until: now + KEPT_MS, configuration: this.discover(ctx, settings) };
    this.kept = kept;
    kept.configuration.catch(() => {
      if (this.kept === kept) this.kept = null;
    });
    return kept.configuration;
  }

  /** Reads the document anew. @throws DomainError `auth.oidc-unreachable` */
  async discover(ctx: Ctx, settings: OidcSettings): Promise<Configuration> {
    const secret = await this.store.secretOf(ctx, settings);
    // Plain http comes through only where an egress rule allows the very place.
    const isPlain = settings.issuer.startsWith('http:');
    try {
      const configuration = await discovery(new URL(settings.issuer), settings.clientId, undefined, authentication(secret), {
        [customFetch]: (url, request) => this.outbound.fetch(url, request as Parameters<Outbound['fetch']>[1]),
        timeout: TIMEOUT_S,
        execute: [enableNonRepudiationChecks, ...(isPlain ? [allowInsecureRequests] : [])],
      });
      assertUsable(configuration, isPlain);
      return configuration;
    } catch (error) {
      throw unreachable(error);
    }
  }
}

/** By header, unless the provider says that it takes the secret in the body only. */
function authentication(secret: string | null): ClientAuth {
  if (secret === null) return None();
  const [basic, post] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  return (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (methods.includes('client_secret_basic') ? basic : post)(server, client, body, headers);
  };
}

/** The browser is sent to this address, so it must be one that shows who asks for the password. */
function assertUsable(configuration: Configuration, isPlain: boolean): void {
  const { authorization_endpoint: endpoint } = configuration.serverMetadata();
  if (endpoint !== undefined && URL.canParse(endpoint)) {
    const { protocol, username, password } = new URL(endpoint);
    if ((protocol === 'https:' || (isPlain && protocol === 'http:')) && username === '' && password === '') return;
  }
  throw new DomainError('auth.oidc-unreachable', {
    detail: 'Its discovery document names no address for signing in that a browser may be sent to.',
  });
}

function unreachable(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  return new DomainError('auth.oidc-unreachable', { detail: `${reasonOf(error)} An operator can test the settings of single sign-on.` });
}

/** In words of ours: a provider's own text may be anything. */
export function reasonOf(error: unknown): string {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (!(cause instanceof UpstreamFailure)) continue;
    if (cause.code === 'gateway.upstream-denied')
      return 'Its address, or one that its discovery document names, is private, special or plain http, and no egress rule allows it.';
    return `${cause.message}.`;
  }
  return 'It did not answer with a discovery document of this very issuer.';
}
