// Module hooks: `./x.js` finds `./x.ts`, and TypeScript is compiled by SWC with the settings of .swcrc.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

const settings = JSON.parse(await readFile(new URL('../../.swcrc', import.meta.url), 'utf8'));

/** The export condition under which our libraries point to their sources. */
const OURS = 'mcpnest-source';

export async function resolve(specifier, given, next) {
  const context = { ...given, conditions: [OURS, ...given.conditions] };
  try {
    return await next(specifier, context);
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND' || !/^[./].*\.js$/.test(specifier)) throw error;
    return next(specifier.replace(/\.js$/, '.ts'), context);
  }
}

export async function load(url, context, next) {
  if (!/\.tsx?$/.test(url)) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = await transform(await readFile(filename, 'utf8'), {
    filename,
    swcrc: false,
    jsc: settings.jsc,
    module: settings.module,
    sourceMaps: 'inline',
  });
  return { format: 'module', shortCircuit: true, source: code };
}
