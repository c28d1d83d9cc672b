import { types } from 'node:util';
import { scrubText } from './scrub.js';

const FRAMES_MAX = 12;
/** Members that carry a request, its headers or SQL with values: an error with one of them keeps its message to itself. */
const CARRIERS = ['query', 'driverError', 'parameters', 'request', 'response', 'config', 'options'] as const;

/** The members of an error that may be logged. Nothing else of it ever is: errors of clients carry whole requests. */
export interface ErrorFields {
  readonly name: string;
  readonly message?: string;
  readonly code?: string;
  readonly frames?: readonly string[];
}

export function errorFields(thrown: unknown): ErrorFields {
  if (!types.isNativeError(thrown)) return { name: typeof thrown };
  const { code } = thrown as { code?: unknown };
  const carries = CARRIERS.some((member) => member in thrown) || 'severity' in thrown;
  return {
    name: scrubText(thrown.name),
    ...(carries ? {} : { message: scrubText(thrown.message) }),
    ...(typeof code === 'string' || typeof code === 'number' ? { code: scrubText(String(code)) } : {}),
    frames: framesOf(thrown),
  };
}

const framesOf = (error: Error): string[] =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, FRAMES_MAX)
    .map((line) => scrubText(line.trim()));
