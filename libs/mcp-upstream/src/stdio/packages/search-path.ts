import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** The programs of a name in the folders of the machine's search path, first to last; folders that depend on where one stands do not count. */
export async function* programsOf(name: string, environment: Readonly<Record<string, string>>): AsyncGenerator<string> {
  for (const folder of (environment['PATH'] ?? '').split(delimiter)) {
    const file = join(folder, name);
    if (file.startsWith('/') && (await isProgram(file))) yield file;
  }
}

const isProgram = (file: string): Promise<boolean> =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
