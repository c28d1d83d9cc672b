import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ContainerRunner } from '../stdio/fence/container.js';

const PROGRAMS = ['/bin/sh', '/bin/cat', '/bin/sleep'];

/** What this machine can run containers with. */
export interface TestEngine {
  readonly runner: ContainerRunner;
  /** Runs the engine with these arguments to its end. */
  run(...args: readonly string[]): string;
}

/** Podman with an image of this machine's own Node and shell, or null with the reason where no container can run here. */
export function openTestEngine(place: string): TestEngine | { readonly why: string } {
  const configuration = join(place, 'containers.conf');
  // crun refuses machines whose control groups are of both generations; runc does not.
  writeFileSync(configuration, existsSync('/usr/sbin/runc') ? '[engine]\nruntime = "runc"\n' : '');
  const environment = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '/', CONTAINERS_CONF: configuration };
  const run: TestEngine['run'] = (...args) =>
    execFileSync('podman', args, { env: environment, encoding: 'utf8', stdio: 'pipe', timeout: 120_000 });
  const image = 'localhost/mcpnest-test:1';
  try {
    writeFileSync(join(place, 'root.tar'), rootOf(join(place, 'root')));
    run('import', join(place, 'root.tar'), image);
    run('run', '--rm', '--network', 'none', '--ulimit', 'nofile=64:64', '--ulimit', 'nproc=64:64', image, '/bin/sh', '-c', 'exit 0');
  } catch (error) {
    return {
      why:
        String((error as Error).message)
          .split('\n')
          .filter((line) => line !== '')
          .at(-1) ?? '',
    };
  }
  return { run, runner: { engine: 'podman', image, place, environment } };
}

function rootOf(root: string): Buffer {
  for (const folder of ['tmp', 'proc', 'sys', 'dev', 'etc', 'home/mcp', 'usr/bin', 'bin'])
    mkdirSync(join(root, folder), { recursive: true });
  for (const file of PROGRAMS) bring(root, file, file);
  bring(root, realpathSync(process.execPath), '/usr/bin/node');
  return execFileSync('tar', ['-C', root, '-cf', '-', '.'], { maxBuffer: 1024 ** 3 });
}

/** Copies a program with the libraries that its loader would find. */
function bring(root: string, file: string, target: string): void {
  const libraries = execFileSync('ldd', [file], { encoding: 'utf8' }).match(/\/\S+/g) ?? [];
  for (const [from, to] of [[file, target], ...libraries.map((path) => [path, path])] as [string, string][]) {
    mkdirSync(dirname(join(root, to)), { recursive: true });
    copyFileSync(realpathSync(from), join(root, to));
    chmodSync(join(root, to), 0o755);
  }
}
