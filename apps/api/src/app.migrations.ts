import { PlatformFoundations20261123100000 } from './platform/database/migrations/20261123100000-platform-foundations.js';

/** Every migration, one line each; the timestamps in their names order them. */
export const MIGRATIONS: Function[] = [
  PlatformFoundations20261123100000,
];
