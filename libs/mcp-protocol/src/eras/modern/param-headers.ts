/**
 * `Mcp-Param-*` (2026-07-28, "Custom headers from tool parameters"): a tool's input schema may name arguments which the
 * client repeats as headers. The front compares them with the body, the back hop writes them anew.
 */
import { decodeHeaderValue, encodeHeaderValue } from '../../http/header-value.js';
import { HEADER_MISMATCH } from '../../json-rpc/error-codes.js';
import type { Rejection } from '../rejection.js';
import type { HeaderParam } from './header-params.js';

const INTEGER_TEXT = /^-?\d+(?:\.\d+)?$/;

/**
 * Compares the `Mcp-Param-*` headers with the arguments. `argumentsText` is the raw JSON of `params.arguments`;
 * `headers` are keyed by lower-cased name without the prefix. Headers that the schema does not name are not looked at.
 */
export function checkParamHeaders(
  params: readonly HeaderParam[],
  argumentsText: string | undefined,
  headers: ReadonlyMap<string, string>,
): Omit<Rejection, 'idText'> | undefined {
  if (params.length === 0) return undefined;
  const body: unknown = argumentsText === undefined ? undefined : JSON.parse(argumentsText);
  for (const param of params) {
    const fault = compare(param, valueAt(body, param.path), headers.get(param.header.toLowerCase()));
    if (fault)
      return { httpStatus: 400, code: HEADER_MISMATCH, message: `The header Mcp-Param-${param.header} ${fault}`, reason: 'header-param' };
  }
  return undefined;
}

/** The headers for a call to a modern upstream: name → encoded value. Arguments absent, null or without a text form have none. */
export function writeParamHeaders(params: readonly HeaderParam[], argumentsText: string | undefined): Record<string, string> {
  const headers: Record<string, string> = {};
  if (params.length === 0 || argumentsText === undefined) return headers;
  const body: unknown = JSON.parse(argumentsText);
  for (const { header, path } of params) {
    const text = textOf(valueAt(body, path));
    if (text !== undefined) headers[`Mcp-Param-${header}`] = encodeHeaderValue(text);
  }
  return headers;
}

function compare({ type }: HeaderParam, value: unknown, raw: string | undefined): string | undefined {
  const text = textOf(value);
  if (raw === undefined) return text === undefined ? undefined : 'is missing';
  if (text === undefined) return 'has no such argument in the body';
  const named = decodeHeaderValue(raw);
  if (named === undefined) return 'is not encoded as it must be';
  const isEqual =
    named === text || (type === 'integer' && typeof value === 'number' && INTEGER_TEXT.test(named) && Number(named) === value);
  return isEqual ? undefined : 'does not repeat the argument of the body';
}

function valueAt(root: unknown, path: readonly string[]): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** The text form of a primitive; undefined for null, compounds and integers that JSON readers round differently. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? undefined : String(value);
}
