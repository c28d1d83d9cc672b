/** One violation on purpose, and the rule that must catch it. */
export interface Plant {
  readonly name: string;
  readonly file: string;
  readonly code: string;
  readonly caughtBy: string;
}
export const PLANTS: readonly Plant[];
export const SOIL: Readonly<Record<string, string>>;
export const PARTNERS: Readonly<Record<string, string>>;
