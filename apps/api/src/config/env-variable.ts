import type { z } from 'zod';

/** What is known of a variable besides its schema; the configuration reference is written from it. */
export interface Variable<S extends z.ZodType> {
  readonly schema: S;
  /** In one or two sentences: what it decides. */
  readonly description: string;
  /** As it would be written; absent where nothing is taken when it is not set. */
  readonly default?: string;
  /** In words, where the default is no value. */
  readonly otherwise?: string;
  /** May also be given as `NAME_FILE`: the path of a file that holds the value. */
  readonly secret?: true;
}

/** Keeps the exact type of an entry. */
export const variable = <S extends z.ZodType, const E extends Variable<S>>(entry: E & { readonly schema: S }): E => entry;
