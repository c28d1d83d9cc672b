import { Injectable } from '@nestjs/common';
import { HttpConfig } from '../../../config/slices.js';
import { API_PREFIX } from '../../../platform/http/api-prefix.js';
import type { OidcSettings } from './oidc-settings.js';
import type { OidcSettingsView } from './oidc-settings.dto.js';

const UNSET: OidcSettings = {
  enabled: false,
  issuer: '',
  clientId: '',
  clientSecret: null,
  scopes: ['email', 'profile'],
  buttonLabel: 'Sign in with single sign-on',
  emailDomains: [],
  emailTrusted: false,
  provisioning: 'invited',
  groupsClaim: 'groups',
  operatorGroup: null,
  groupRoles: [],
  revision: 0,
};

/** The settings as the API shows them: without the secret. */
@Injectable()
export class OidcSettingsPresenter {
  constructor(private readonly http: HttpConfig) {}

  present(stored: OidcSettings | null): OidcSettingsView {
    const { clientSecret, revision: _, ...shown } = stored ?? UNSET;
    return {
      ...shown,
      hasClientSecret: clientSecret !== null,
      redirectUri: `${this.http.publicUrl}/${API_PREFIX}/auth/oidc/callback`,
    };
  }
}
