import { once } from 'node:events';
import type { Response } from 'express';

/** Writes an answer line by line, no faster than it is read. */
export async function writeLines(response: Response, lines: (write: (line: string) => Promise<void>) => Promise<void>): Promise<void> {
  await lines(async (line) => {
    if (response.destroyed) throw new Error('the reader went away');
    if (!response.write(line)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
  });
  response.end();
}
