import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import type { Ctx } from '../../../platform/context/ctx.js';
import { OidcClients } from './oidc-clients.js';
import type { OidcTestResult } from './oidc-settings.dto.js';
import { OidcSettingsStore } from './oidc-settings.service.js';

/** Tries out whether the provider of the settings can be used, before anybody relies on it. */
@Injectable()
export class OidcTest {
  constructor(
    private readonly store: OidcSettingsStore,
    private readonly clients: OidcClients,
  ) {}

  /** @throws DomainError `auth.oidc-off` where nothing is set */
  async run(ctx: Ctx): Promise<OidcTestResult> {
    const settings = await this.store.read(ctx);
    if (!settings) throw new DomainError('auth.oidc-off', { detail: 'Save the settings first.' });
    try {
      const metadata = (await this.clients.discover(ctx, settings)).serverMetadata();
      return {
        ok: true,
        problem: null,
        authorizationEndpoint: metadata.authorization_endpoint ?? null,
        namesItself: metadata.authorization_response_iss_parameter_supported === true,
      };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { ok: false, problem: error.message, authorizationEndpoint: null, namesItself: false };
    }
  }
}
