import { Logger } from '@nestjs/common';

/** Keeps expected warnings of a test file out of the runner's output. */
export function quietLog(): void {
  Logger.overrideLogger(false);
}
