import type { Principal } from '../exchange/principal.js';

/**
 * Says why a name that a client called is no tool it may use, for callers who may know; undefined for all others and for names
 * that stand for nothing. What it does until it knows whether the caller may know must not depend on the name.
 * @param slug of the workspace.
 * @param asked the name as called, of any length.
 */
export type ExplainHidden = (principal: Principal, slug: string, asked: string) => Promise<string | undefined>;
