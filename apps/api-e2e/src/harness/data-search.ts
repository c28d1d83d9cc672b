import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files below a folder that hold a text anywhere in their bytes: tables, indexes and the write-ahead log alike. */
export function filesHolding(folder: string, text: string): string[] {
  const wanted = Buffer.from(text);
  return filesBelow(folder).filter((name) => bytesOf(join(folder, name))?.includes(wanted) === true);
}

/** Files below a folder that a process works in: some of them are gone as soon as they were seen. */
export function filesBelow(folder: string): string[] {
  return gone(() => readdirSync(folder, { withFileTypes: true }), []).flatMap((entry) => {
    if (entry.isDirectory()) return filesBelow(join(folder, entry.name)).map((name) => join(entry.name, name));
    return entry.isFile() ? [entry.name] : [];
  });
}

/** What a file holds, or a file of a process; undefined where it is gone. */
export const bytesOf = (path: string): Buffer | undefined => gone(() => readFileSync(path), undefined);

function gone<T>(read: () => T, instead: T): T {
  try {
    return read();
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return instead;
    throw error;
  }
}
