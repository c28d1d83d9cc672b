import type { OidcSettings, OidcSettingsRequest } from '@mcpnest/api-client';
import { useProblemForm } from '../../../patterns/use-problem-form';
import { fieldRules } from '../field-rules';

/** The settings as the form holds them: texts where the API has null. */
export interface OidcValues extends Record<string, unknown> {
  enabled: boolean;
  issuer: string;
  clientId: string;
  clientSecret: string;
  scopes: string[];
  buttonLabel: string;
  emailDomains: string[];
  emailTrusted: boolean;
  automatic: boolean;
  groupsClaim: string;
  operatorGroup: string;
  groupRoles: OidcSettings['groupRoles'];
}

export type OidcForm = ReturnType<typeof useOidcForm>['form'];

export const useOidcForm = ({ provisioning, operatorGroup, hasClientSecret: _, redirectUri: __, ...settings }: OidcSettings) =>
  useProblemForm<OidcValues>({
    initialValues: {
      ...settings,
      scopes: [...settings.scopes],
      emailDomains: [...settings.emailDomains],
      groupRoles: settings.groupRoles.map((rule) => ({ ...rule })),
      clientSecret: '',
      automatic: provisioning === 'automatic',
      operatorGroup: operatorGroup ?? '',
    },
    validate: { issuer: fieldRules.needed, clientId: fieldRules.needed, buttonLabel: fieldRules.needed, groupsClaim: fieldRules.needed },
  });

/** What is sent: an empty secret keeps the one that is kept. */
export const oidcRequest = ({ automatic, operatorGroup, clientSecret, ...values }: OidcValues): OidcSettingsRequest => ({
  ...values,
  issuer: values.issuer.trim(),
  clientId: values.clientId.trim(),
  emailDomains: values.emailDomains.map((domain) => domain.trim().toLowerCase().replace(/^@/, '')),
  provisioning: automatic ? 'automatic' : 'invited',
  operatorGroup: operatorGroup.trim() === '' ? null : operatorGroup.trim(),
  ...(clientSecret === '' ? {} : { clientSecret }),
});
