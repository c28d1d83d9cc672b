/** A request refused before it is handled: the HTTP status and the JSON-RPC error to answer. */
export interface Rejection {
  readonly httpStatus: number;
  readonly code: number;
  readonly message: string;
  readonly data?: unknown;
  readonly idText: string;
  /**
   * A stable word for logs, audit and the reader's own codes: `envelope`, `header-version`, `version`, `header-method`,
   * `header-name`, `method`, `header-param`, `capability`, `batch`, `response`.
   */
  readonly reason: string;
}
