/** What became of a tool call: outcome → the status written beside it (contract, tables). */
export const CALL_OUTCOMES = {
  success: [200],
  tool_error: [200],
  invalid: [400],
  denied: [403, 404],
  limited: [429],
  cancelled: [499],
  gateway_error: [500],
  upstream_error: [502],
  overloaded: [503],
  timeout: [504],
  unknown: [500],
} as const;
export type CallOutcome = keyof typeof CALL_OUTCOMES;
