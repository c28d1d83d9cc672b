import type { Role } from '@mcpnest/shared/permissions';

/** Members of a group get a role in a workspace. */
export interface GroupRole {
  readonly group: string;
  readonly workspaceId: string;
  readonly role: Role;
}

/** How people sign in through an identity provider, as it is stored. */
export interface OidcSettings {
  readonly enabled: boolean;
  readonly issuer: string;
  readonly clientId: string;
  /** Sealed by the vault; null for a public client. */
  readonly clientSecret: string | null;
  readonly scopes: readonly string[];
  readonly buttonLabel: string;
  /** Who may be let in by email: domains, lower case. Empty: no email links or admits anybody. */
  readonly emailDomains: readonly string[];
  /** The provider checks its addresses but does not say so in `email_verified`. */
  readonly emailTrusted: boolean;
  /** `invited`: only people known here. `automatic`: everybody with an address of the domains. */
  readonly provisioning: 'invited' | 'automatic';
  readonly groupsClaim: string;
  /** Its members are operators; null leaves operators to this console. */
  readonly operatorGroup: string | null;
  readonly groupRoles: readonly GroupRole[];
  /** Grows with each change. */
  readonly revision: number;
}

/** What a provider said of somebody who signed in there. */
export interface ProvenIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** Lower case; null where the provider names none. */
  readonly email: string | null;
  readonly emailVerified: boolean;
  readonly name: string | null;
  readonly groups: readonly string[];
}

const textClaim = (claims: Readonly<Record<string, unknown>>, name: string, lengthMax: number): string | null => {
  const value = claims[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, lengthMax) : null;
};

/** Reads the claims of an ID token; whatever has another shape than expected counts as not said. */
export function readIdentity(settings: OidcSettings, claims: Readonly<Record<string, unknown>>): ProvenIdentity {
  const groups = claims[settings.groupsClaim];
  const verified = claims['email_verified'];
  return {
    issuer: String(claims['iss']),
    subject: String(claims['sub']),
    email: textClaim(claims, 'email', 254)?.toLowerCase() ?? null,
    emailVerified: verified === true || (verified === undefined && settings.emailTrusted),
    name: textClaim(claims, 'name', 100),
    groups: (Array.isArray(groups) ? groups : [groups]).filter((group): group is string => typeof group === 'string'),
  };
}

const ONE_ADDRESS = /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u;

/** Whether an identity's address proves who somebody is here: checked by the provider, and of a domain that is trusted for it. */
export function provesEmail({ emailDomains }: OidcSettings, identity: ProvenIdentity): identity is ProvenIdentity & { email: string } {
  if (identity.email === null || !identity.emailVerified || !ONE_ADDRESS.test(identity.email)) return false;
  return emailDomains.includes(identity.email.slice(identity.email.lastIndexOf('@') + 1));
}
