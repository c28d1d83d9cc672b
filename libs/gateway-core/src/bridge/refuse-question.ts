import { capabilityName, isDeclared, METHOD_NOT_FOUND, neededCapability, INVALID_PARAMS } from '@mcpnest/mcp-protocol';
import type { ClientAnswer, ClientCapabilities, UpstreamQuestion } from '../ports/upstream-connector.js';

type Asked = Pick<UpstreamQuestion, 'method' | 'paramsText'>;

/** What a client would have to declare to be asked this, where it does not. */
export function missingFor({ method, paramsText }: Asked, declared: ClientCapabilities): ClientCapabilities | undefined {
  const needed = neededCapability(method, paramsText);
  return needed && !isDeclared(declared, needed) ? needed : undefined;
}

/**
 * The error for a server whose client cannot be asked this (2025-11-25, Elicitation and Sampling, "Error Handling"), or
 * undefined where it can.
 */
export function refusalOf(question: Asked, declared: ClientCapabilities): ClientAnswer | undefined {
  const needed = neededCapability(question.method, question.paramsText);
  if (!needed) return error(METHOD_NOT_FOUND, 'Clients cannot be asked this.');
  if (isDeclared(declared, needed)) return undefined;
  const hasSome = Object.keys(needed).every((name) => declared[name] !== undefined);
  const code = hasSome ? INVALID_PARAMS : METHOD_NOT_FOUND;
  return error(code, `The client does not offer ${capabilityName(needed)}.`);
}

/** The answer to a question too many. */
export const tooManyQuestions = (): ClientAnswer => error(-32603, 'Too many questions about one call.');

const error = (code: number, message: string): ClientAnswer => ({ kind: 'error', code, message });
