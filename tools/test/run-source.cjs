// Runs a program of the TypeScript sources as it is: node -C mcpnest-source tools/test/run-source.cjs <file.ts> [arguments]
const Module = require('node:module');
const { existsSync, readFileSync } = require('node:fs');
const { dirname, resolve } = require('node:path');
const { transformSync } = require('@swc/core');

const { $schema, jsc } = JSON.parse(readFileSync(resolve(__dirname, '../../.swcrc'), 'utf8'));
const options = { $schema, jsc, module: { type: 'commonjs' }, sourceMaps: 'inline', swcrc: false };

Module._extensions['.ts'] = (module, filename) => {
  module._compile(transformSync(readFileSync(filename, 'utf8'), { ...options, filename }).code, filename);
};

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function (request, parent, ...rest) {
  if (/^\.{1,2}\/.*\.js$/.test(request) && parent?.filename?.endsWith('.ts')) {
    const source = resolve(dirname(parent.filename), request.replace(/\.js$/, '.ts'));
    if (existsSync(source)) return source;
  }
  return resolveFilename.call(this, request, parent, ...rest);
};

process.argv.splice(1, 1);
require(resolve(process.argv[1]));
