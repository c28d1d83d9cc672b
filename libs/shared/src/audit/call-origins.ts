/** Where a call that did not succeed ended: with a fault of the client, here, or at the server. */
export const CALL_ORIGINS = ['client', 'gateway', 'upstream'] as const;
export type CallOrigin = (typeof CALL_ORIGINS)[number];
