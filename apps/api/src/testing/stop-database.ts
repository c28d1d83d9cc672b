/** Jest's global teardown of the integration tier. */
export default async function stopDatabase(): Promise<void> {}
