import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import type { MadeWheel } from './python-index.js';

const COPY = `import os, shutil, sys
to, version = sys.argv[1], 'python%d.%d' % sys.version_info[:2]
os.mkdir(f'{to}/bin')
shutil.copy(os.path.realpath(sys.executable), f'{to}/bin/{version}')
for name in ('python3', 'python'):
    os.symlink(version, f'{to}/bin/{name}')
left = shutil.ignore_patterns('ensurepip', 'site-packages', 'dist-packages', 'test', 'config-*', '__pycache__', 'idlelib', 'tkinter', 'lib2to3')
shutil.copytree(os.path.dirname(os.__file__), f'{to}/lib/{version}', ignore=left)`;

const KEY = `import sys
print('cpython-%d.%d.%d-linux-x86_64-gnu' % sys.version_info[:3])`;

const PIP = `import json, os, pip
top = os.path.dirname(os.path.dirname(pip.__file__))
files = {}
for folder, _, names in os.walk(os.path.dirname(pip.__file__)):
    for name in names:
        try:
            with open(os.path.join(folder, name), encoding='utf-8', newline='') as text:
                if not name.endswith('.pyc'):
                    files[os.path.relpath(os.path.join(folder, name), top)] = text.read()
        except UnicodeDecodeError:
            pass
print(json.dumps({'version': pip.__version__, 'files': files}))`;

/** Copies a Python without its pip and without what would make it one. The folder must not exist; `bin/python3` is in it then. */
export function copyBarePython(python: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  execFileSync(python, ['-I', '-c', COPY, folder]);
}

/** The name of the folder in which uv keeps a Python of this version on Linux and x64. */
export const uvFolderOf = (python: string): string => execFileSync(python, ['-I', '-c', KEY], { encoding: 'utf8' }).trim();

/** The pip that an interpreter has, as a wheel to be made of it. */
export function pipOf(python: string): MadeWheel {
  const output = execFileSync(python, ['-I', '-c', PIP], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const { version, files } = JSON.parse(output) as Pick<MadeWheel, 'version' | 'files'>;
  return { name: 'pip', version, files, programs: { pip: 'pip._internal.cli.main:main' } };
}
