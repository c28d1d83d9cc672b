/** Jest's global setup of the integration tier: one PostgreSQL for the whole run. */
export default async function startDatabase(): Promise<void> {}
