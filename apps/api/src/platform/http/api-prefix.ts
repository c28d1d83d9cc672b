/** Every controller's path lies below it, save the probes'. */
export const API_PREFIX = 'api/v1';
/** Paths outside the prefix. */
export const UNPREFIXED = ['livez', 'readyz'];
