export { ERROR_CATALOG, errorEntry, type ErrorCode } from './catalog.js';
export { DomainError, type ErrorFacts, type FieldError } from './domain-error.js';
export type { ErrorEntry, Fixer } from './error-entry.js';
