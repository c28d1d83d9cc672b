/** A request refused before it is handled: the HTTP status and the JSON-RPC error to answer. */
export interface Rejection {
  readonly httpStatus: number;
  readonly code: number;
  readonly message: string;
  readonly data?: unknown;
  readonly idText: string;
  /** A stable word for logs and audit: `envelope`, `header-version`, `header-method`, `header-name`, `header-param`, `version`, `batch`, `response`. */
  readonly reason: string;
}
