import { errorEntry, type ErrorCode, type ErrorFacts, type FieldError } from '@mcpnest/shared/errors';

/** Media type of problem documents. */
export const PROBLEM_TYPE = 'application/problem+json';

/** An RFC 9457 problem document with the product's stable `code`. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** The request's id, to be quoted when asking for help. */
  readonly instance: string;
  readonly code: ErrorCode;
  readonly errors?: readonly FieldError[];
}

export function problemDocument(code: ErrorCode, facts: ErrorFacts, instance: string): ProblemDocument {
  const { title, status } = errorEntry(code);
  const errors = facts.errors?.length ? { errors: facts.errors } : {};
  return { type: `/docs/errors#${code}`, title, status, detail: facts.detail ?? `${title}.`, instance, code, ...errors };
}
