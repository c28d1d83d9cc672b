interface LintResult {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null }[];
  readonly suppressedMessages: readonly unknown[];
}
export function countExcuses(results: readonly LintResult[]): Record<string, number>;
export function risen(now: Record<string, number>, allowed: Record<string, number>): string[];
