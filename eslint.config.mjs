// Lint of the whole repository. The house's own rules live in tools/fence; the project tags in each package.json.
import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { housePlugin } from './tools/fence/eslint-plugin.mjs';

const TESTS = ['**/*.spec.{ts,tsx}', '**/*.int-spec.ts', '**/*.e2e-spec.ts', '**/*.contract.ts', '**/testing/**'];
const TEST_PROJECTS = ['apps/*-e2e/**', 'libs/testkit/**'];
const SOURCES = ['apps/*/src/**/*.{ts,tsx}', 'libs/*/src/**/*.{ts,tsx}'];
const SCRIPTS = ['tools/**', 'bench/**', 'docker/**', '*.{mjs,cjs}', 'apps/*/*.{ts,mjs}', '.ci/**'];

const NO_DEFAULT_EXPORT = { selector: 'ExportDefaultDeclaration', message: 'Named exports only: a thing has one name everywhere.' };
const ONE_CLIENT = {
  selector: ":matches(ImportSpecifier[imported.name='createApiClient'], ExportSpecifier[local.name='createApiClient'])",
  message: 'The console has one client, lib/api.ts, used by *.queries.ts and *.mutations.ts alone.',
};

/** Which tags a project may import (docs/architecture.md, "Laws between projects"). */
const PROJECT_LAWS = [
  { sourceTag: 'layer:vocabulary', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'layer:protocol', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'layer:core', onlyDependOnLibsWithTags: ['layer:vocabulary', 'layer:protocol'] },
  { sourceTag: 'layer:adapter', onlyDependOnLibsWithTags: ['layer:vocabulary', 'layer:protocol', 'layer:core'] },
  { sourceTag: 'layer:client', onlyDependOnLibsWithTags: ['layer:vocabulary'] },
  {
    sourceTag: 'layer:testkit',
    onlyDependOnLibsWithTags: ['layer:vocabulary', 'layer:protocol', 'layer:core', 'layer:adapter', 'layer:client'],
  },
  {
    allSourceTags: ['layer:app', 'runtime:node'],
    onlyDependOnLibsWithTags: ['layer:vocabulary', 'layer:protocol', 'layer:core', 'layer:adapter'],
  },
  { allSourceTags: ['layer:app', 'runtime:browser'], onlyDependOnLibsWithTags: ['layer:vocabulary', 'layer:client'] },
  { sourceTag: 'layer:e2e', onlyDependOnLibsWithTags: ['layer:vocabulary', 'layer:protocol', 'layer:client', 'layer:testkit'] },
];
/** Tests of any project may use the testkit; only the way in (entry points) is checked. */
const TEST_LAWS = [{ sourceTag: '*', onlyDependOnLibsWithTags: ['*'] }];
const boundaries = (depConstraints) => [
  'error',
  { depConstraints, enforceBuildableLibDependency: false, banTransitiveDependencies: false },
];

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '**/generated/**',
      '.nx/**',
      'coverage/**',
      'data/**',
      'tmp/**',
      '**/test-results/**',
      '**/playwright-report/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { experimentalDecorators: true, emitDecoratorMetadata: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/ban-ts-comment': ['error', { minimumDescriptionLength: 10 }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true, caughtErrors: 'none' },
      ],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unsafe-function-type': 'off',
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  {
    plugins: { house: housePlugin, '@nx': nx },
    rules: {
      'house/file-name': 'error',
      'house/import-fences': 'error',
      'house/global-fences': 'error',
      'house/file-size': 'error',
      'house/file-size-warning': 'warn',
      'house/function-size': 'error',
      'house/function-size-warning': 'warn',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-control-regex': 'off',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-implied-eval': 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT],
    },
  },
  {
    files: SOURCES,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@nx/enforce-module-boundaries': boundaries(PROJECT_LAWS),
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false, attributes: false, properties: false } }],
      '@typescript-eslint/await-thenable': 'error',
    },
  },
  {
    files: [...TESTS, ...TEST_PROJECTS],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      'house/function-size': 'off',
      'house/function-size-warning': 'off',
      'no-empty-pattern': 'off',
      '@typescript-eslint/no-explicit-any': 'off', // tests look into answers of every shape
    },
  },
  {
    files: TESTS.map((glob) => `{apps/{api,admin},libs/*}/src/${glob}`),
    rules: { '@nx/enforce-module-boundaries': boundaries(TEST_LAWS) },
  },
  {
    files: ['apps/api/src/platform/database/migrations/*.ts'],
    rules: { 'house/function-size': 'off', 'house/function-size-warning': 'off' },
  },
  {
    files: ['apps/api/src/testing/{start,stop}-database.ts', 'apps/admin/src/testing/*-environment.mjs', '**/*.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['apps/admin/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'warn' },
  },
  {
    files: SCRIPTS,
    ignores: ['**/src/**'],
    languageOptions: { globals: nodeGlobals() },
    rules: { 'no-console': 'off', 'no-restricted-syntax': 'off' },
  },
  {
    files: ['apps/admin/src/{app,features,patterns,ui}/**/*.{ts,tsx}'],
    ignores: TESTS,
    rules: { 'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, ONE_CLIENT] },
  },
  {
    files: ['apps/admin/public/**/*.js'],
    languageOptions: { sourceType: 'script', globals: { window: 'readonly', document: 'readonly' } },
  },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' }, rules: { '@typescript-eslint/no-require-imports': 'off' } },
  { files: ['tools/fence/**', 'tools/**/*.spec.ts'], rules: { 'house/function-size-warning': 'off' } },
);

/** Node's global names, taken from the running Node. */
function nodeGlobals() {
  const names = Object.getOwnPropertyNames(globalThis);
  return Object.fromEntries([...names, 'require', 'module', 'exports', '__dirname', '__filename'].map((name) => [name, 'readonly']));
}
