/** A secret cannot be opened: the row was moved or changed, or its key is gone. Says nothing of the secret. */
export class VaultError extends Error {
  override readonly name = 'VaultError';
}
