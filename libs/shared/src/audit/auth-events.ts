/** Ledger events of the auth room: name → what its `facts` hold beside actor, time and subject. */
export interface AuthEvents {
  'auth.operator-created': { email: string; by: 'setup' | 'environment' };
  'auth.signed-in': { email: string };
  'auth.signed-out': { email: string };
  'auth.user-joined': { email: string };
  'auth.api-key-created': { name: string; last4: string; scopes: readonly string[] | null; expiresAt: string | null };
  'auth.api-key-revoked': { name: string };
}
