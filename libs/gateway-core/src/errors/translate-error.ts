import {
  HEADER_MISMATCH,
  INVALID_PARAMS,
  MISSING_CAPABILITY,
  RESOURCE_NOT_FOUND_LEGACY,
  UNSUPPORTED_VERSION,
  type Era,
} from '@mcpnest/mcp-protocol';

/** A JSON-RPC error on its way to a client. */
export interface TranslatedError {
  readonly code: number;
  readonly message: string;
  readonly dataText?: string;
}

/** URL_ELICITATION_REQUIRED of 2025-11-25; modern servers must not send it. */
const URL_ELICITATION_LEGACY = -32042;

/** Codes that speak of one hop only: between us and the upstream they are our affair, and never the client's. */
const OUR_HOP_ONLY: readonly number[] = [HEADER_MISMATCH, UNSUPPORTED_VERSION, MISSING_CAPABILITY, URL_ELICITATION_LEGACY];

/**
 * An upstream's error as the client's era says it. Codes that only concern our own hop give null: the gateway declares no
 * client capabilities upstream, so a server that misses one is misled by our envelope, not by the client.
 */
export function translateError(
  era: Era,
  error: { readonly code: number; readonly message: string; readonly dataText?: string },
): TranslatedError | null {
  if (OUR_HOP_ONLY.includes(error.code)) return null;
  const code = era === 'modern' && error.code === RESOURCE_NOT_FOUND_LEGACY ? INVALID_PARAMS : error.code;
  return { ...error, code };
}
