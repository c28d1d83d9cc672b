interface LintResult {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null }[];
  readonly suppressedMessages: readonly {
    readonly line?: number;
    readonly ruleId?: string | null;
    readonly suppressions?: readonly { readonly justification: string }[];
  }[];
}
export function countExcuses(results: readonly LintResult[]): Record<string, number>;
export function unexplained(results: readonly LintResult[]): string[];
export function risen(now: Record<string, number>, allowed: Record<string, number>): string[];
