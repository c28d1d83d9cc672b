/** The embedded PostgreSQL cannot serve. The message says what was found and what to do; it never holds a password. */
export class EmbeddedDatabaseError extends Error {
  override readonly name = 'EmbeddedDatabaseError';

  constructor(found: string, remedy: string, options?: ErrorOptions) {
    super(`${found}\n${remedy}`, options);
  }
}

/** The way out that always exists. */
export const USE_ANOTHER = 'Or set DATABASE_URL to a PostgreSQL 15 or later of your own.';
