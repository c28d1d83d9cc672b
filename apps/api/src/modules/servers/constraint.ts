/** Whether a failed query broke the named database constraint. */
export function violates(error: unknown, constraint: string): boolean {
  const cause = (error as { driverError?: { constraint?: unknown } } | null)?.driverError;
  return cause?.constraint === constraint;
}
