/** Ledger events of the auth room: name → what its `facts` hold beside actor, time and subject. */
export interface AuthEvents {
  'auth.operator-created': { email: string; by: 'setup' | 'environment' };
  'auth.signed-in': { email: string; method?: 'password' | 'oidc' };
  'auth.signed-out': { email: string };
  /** A person was found, or made, for a subject of an identity provider. */
  'auth.identity-linked': { email: string; issuer: string };
  'auth.operator-changed': { email: string; operator: boolean; by: 'operator' | 'groups' };
  /** `tokens`: how many ended with it. */
  'auth.person-deactivated': { email: string; tokens: number };
  'auth.person-reactivated': { email: string };
  'auth.person-removed': { email: string; tokens: number };
  'auth.sessions-ended': { email: string; count: number };
  'auth.password-changed': { email: string };
  'auth.oidc-changed': { enabled: boolean; issuer: string; changed: readonly string[] };
  'auth.user-joined': { email: string };
  'auth.api-key-created': { name: string; last4: string; scopes: readonly string[] | null; expiresAt: string | null };
  'auth.api-key-revoked': { name: string };
}
