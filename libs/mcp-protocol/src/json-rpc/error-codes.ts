/** JSON-RPC and MCP error codes (2026-07-28, "Error codes"). -32020…-32099 belong to the specification: no others there. */
export const PARSE_ERROR = -32700;
export const INVALID_REQUEST = -32600;
export const METHOD_NOT_FOUND = -32601;
export const INVALID_PARAMS = -32602;
export const INTERNAL_ERROR = -32603;
/** A protocol header is missing, undecodable or says something else than the body. */
export const HEADER_MISMATCH = -32020;
/** The request needs a client capability that it did not declare; `data.requiredCapabilities`. */
export const MISSING_CAPABILITY = -32021;
/** The named revision is not served; `data.supported`, `data.requested`. */
export const UNSUPPORTED_VERSION = -32022;
/** By convention, with HTTP 404: the legacy session is unknown or over. */
export const SESSION_NOT_FOUND = -32001;
/** Revisions before 2026-07-28 only; later ones answer INVALID_PARAMS. */
export const RESOURCE_NOT_FOUND_LEGACY = -32002;
/** 2025-11-25 only: pages must be visited before the call can be made again; `data.elicitations`. */
export const URL_ELICITATION_REQUIRED_LEGACY = -32042;
