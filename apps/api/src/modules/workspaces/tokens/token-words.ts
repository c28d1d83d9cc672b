import type { TokenState } from '../../auth/index.js';

/** Whose a token is. */
export const TOKEN_KINDS = ['personal', 'service'] as const;
export type TokenKind = (typeof TOKEN_KINDS)[number];

export const TOKEN_STATES: readonly TokenState[] = ['active', 'expired', 'revoked', 'rotating'];
