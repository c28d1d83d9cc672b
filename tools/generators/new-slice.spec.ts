import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import typescript from 'typescript';
import { onField } from '../fence/field.mjs';

const root = join(__dirname, '../..');

interface Made {
  readonly files: readonly string[];
  readonly faults: readonly string[];
  readonly entities: string;
}

/** Type errors of the given files, compiled with the server's own settings. */
function faultsOf(field: string, files: readonly string[]): string[] {
  const config = join(field, 'apps/api/tsconfig.json');
  const { options } = typescript.parseJsonConfigFileContent(
    typescript.readConfigFile(config, typescript.sys.readFile).config,
    typescript.sys,
    dirname(config),
  );
  const program = typescript.createProgram({
    rootNames: files.map((file) => join(field, file)),
    options: { ...options, typeRoots: [join(root, 'node_modules/@types')] },
  });
  const diagnostics = files.flatMap((file) => typescript.getPreEmitDiagnostics(program, program.getSourceFile(join(field, file))));
  return diagnostics.map(
    ({ file, messageText }) => `${file?.fileName.slice(field.length)}: ${typescript.flattenDiagnosticMessageText(messageText, '\n')}`,
  );
}

const generate = (...targets: string[]): Made =>
  onField(root, (field) => {
    const output = targets
      .map((target) => execFileSync(process.execPath, [join(__dirname, 'new-slice.mjs'), target], { cwd: field, encoding: 'utf8' }))
      .join('');
    const files = [...output.matchAll(/^made +(\S+)$/gm)].map(([, path]) => path ?? '');
    return { files, faults: faultsOf(field, files), entities: readFileSync(join(field, 'apps/api/src/app.entities.ts'), 'utf8') };
  });

describe('a new slice', () => {
  it('compiles beside the rest, in the catalogue and in a workspace, and is registered', () => {
    const { files, faults, entities } = generate('servers/zz-labels', 'workspaces/zz-saved-filters');
    expect(faults).toEqual([]);
    expect(files).toHaveLength(20);
    expect(entities).toContain('ZzLabelEntity,');
    expect(entities).toContain('ZzSavedFilterEntity,');
  }, 120_000);

  it('is refused where the room or the name is none, and nothing is written', () => {
    for (const target of ['audit/things', 'servers/Things', 'servers/a/b', 'servers/fish']) {
      expect(() => generate(target)).toThrow();
    }
  }, 60_000);
});
