// One configuration for every Node tier. Jest runs in CommonJS mode, so ESM-only dependencies are compiled too:
// @nestjs/throttler is CommonJS and requires the ESM-only Nest packages, which Jest's ESM loader cannot do on Node 20.
import { readFileSync, readdirSync } from 'node:fs';

const swc = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));

/** Names of the installed packages that publish ES modules. */
function esmPackages(root = new URL('node_modules/', import.meta.url)) {
  const names = readdirSync(root).flatMap((name) =>
    name.startsWith('@') ? readdirSync(new URL(`${name}/`, root)).map((child) => `${name}/${child}`) : name.startsWith('.') ? [] : [name],
  );
  return names.filter((name) => {
    try {
      return JSON.parse(readFileSync(new URL(`${name}/package.json`, root), 'utf8')).type === 'module';
    } catch {
      return false;
    }
  });
}

/** CommonJS that loads modules by `import()`, which Jest only knows compiled. */
const IMPORTING = ['@opentelemetry/otlp-exporter-base'];

const transform = (tsx) => [
  '@swc/jest',
  {
    $schema: swc.$schema,
    jsc: {
      ...swc.jsc,
      parser: { ...swc.jsc.parser, tsx },
      transform: { ...swc.jsc.transform, ...(tsx ? { react: { runtime: 'automatic' } } : {}), hidden: { jest: true } },
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
    swcrc: false,
  },
];

const base = {
  rootDir: '.',
  transform: { '\\.tsx$': transform(true), '\\.[cm]?[jt]s$': transform(false) },
  transformIgnorePatterns: [`/node_modules/(?!(${[...esmPackages(), ...IMPORTING].join('|')})/)`],
  // Packages of its own, which nothing imports.
  modulePathIgnorePatterns: ['<rootDir>/apps/api-e2e/inspector/', '<rootDir>/apps/api-e2e/conformance/'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.tsx', '$1.js'] },
  extensionsToTreatAsEsm: [],
  testEnvironmentOptions: { customExportConditions: ['mcpnest-source', 'node', 'require', 'default'] },
};

export default {
  // Generous, because a test may wait for a cold start on a busy machine; what has to be quick says so itself.
  testTimeout: 30_000,
  projects: [
    { ...base, displayName: 'unit', testMatch: ['<rootDir>/{apps/api,libs/*}/src/**/*.spec.ts', '<rootDir>/tools/**/*.spec.ts'] },
    {
      ...base,
      displayName: 'int',
      testMatch: ['<rootDir>/{apps,libs}/*/src/**/*.int-spec.ts'],
      globalSetup: '<rootDir>/apps/api/src/testing/start-database.ts',
      globalTeardown: '<rootDir>/apps/api/src/testing/stop-database.ts',
    },
    { ...base, displayName: 'e2e', testMatch: ['<rootDir>/apps/api-e2e/src/**/*.e2e-spec.ts'] },
    {
      ...base,
      displayName: 'console',
      testMatch: ['<rootDir>/apps/admin/src/**/*.spec.{ts,tsx}'],
      testEnvironment: '<rootDir>/apps/admin/src/testing/browser-environment.mjs',
      testEnvironmentOptions: { customExportConditions: ['mcpnest-source', 'browser', 'require', 'default'] },
      moduleNameMapper: { ...base.moduleNameMapper, '\\.css$': 'identity-obj-proxy' },
      setupFilesAfterEnv: ['<rootDir>/apps/admin/src/testing/setup.ts'],
    },
  ],
};
