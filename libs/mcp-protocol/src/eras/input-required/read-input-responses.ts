import { sliceOf } from '../../json-rpc/message.js';
import { scanJson } from '../../json-rpc/scan.js';

/** A client's answers: key → raw JSON of a bare result, always an object. */
export type InputResponses = ReadonlyMap<string, string>;

/**
 * Reads `inputResponses` of a retried request (2026-07-28, "Multi round-trip requests"). Undefined where it is malformed: no
 * object, an answer that is no object, or more answers than `responsesMax`.
 */
export function readInputResponses(text: string, responsesMax: number): InputResponses | undefined {
  const scan = scanJson(text);
  if (!scan.ok || scan.kind !== 'object' || scan.members.size > responsesMax) return undefined;
  const responses = new Map<string, string>();
  for (const [key, span] of scan.members) {
    const answer = sliceOf(text, span);
    if (!answer.startsWith('{')) return undefined;
    responses.set(key, answer);
  }
  return responses;
}

const ACTIONS: readonly unknown[] = ['accept', 'decline', 'cancel'];

/** Whether a bare result can be the answer to a question of this method: what its schema requires is there. */
export function isAnswerTo(method: string, resultText: string): boolean {
  const result = JSON.parse(resultText) as { action?: unknown; content?: unknown; role?: unknown; model?: unknown; roots?: unknown };
  switch (method) {
    case 'elicitation/create':
      return ACTIONS.includes(result.action) && (result.content === undefined || isObject(result.content));
    case 'sampling/createMessage':
      return typeof result.role === 'string' && typeof result.model === 'string' && typeof result.content === 'object';
    case 'roots/list':
      return Array.isArray(result.roots);
    default:
      return false;
  }
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
