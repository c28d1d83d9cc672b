import { createHash } from 'node:crypto';

/** A runner that takes work, and where it is reached. */
export interface RunnerPlace {
  /** Told apart from all others by it, also after it was started again. */
  readonly name: string;
  /** An https origin. */
  readonly url: string;
}

/**
 * Runners in the order in which something is placed on them (rendezvous hashing): every process that knows the same runners finds
 * the same order, a runner that goes leaves the others' share as it was, and one that comes takes only what is its own.
 */
export function rankRunners<R extends Pick<RunnerPlace, 'name'>>(key: string, runners: readonly R[]): readonly R[] {
  const scored = runners.map((runner) => ({ runner, score: scoreOf(key, runner.name) }));
  return scored.sort((a, b) => (a.score < b.score ? 1 : -1)).map(({ runner }) => runner);
}

const scoreOf = (key: string, name: string): string => createHash('sha256').update(`${key}\n${name}`).digest('hex');
