// Violations on purpose: each breaks one law of docs/architecture.md and must be caught by the rule named beside it.

const api = (path) => `apps/api/src/${path}`;
const admin = (path) => `apps/admin/src/${path}`;

/** What the plants lean on, so that they do not depend on how far the product is built. Lawful by themselves. */
export const SOIL = {
  [api('modules/servers/zz-plant/zz-inner.ts')]: 'export const inner = 1;\n',
  [api('modules/servers/zz-plant/zz.repository.ts')]: 'export class ZzRepository {}\n',
  [api('modules/servers/zz-plant/zz.service.ts')]: 'export class ZzService {}\n',
  [api('modules/servers/zz-plant/zz-answer.controller.ts')]: 'export const zzAnswer = 1;\n',
  [api('modules/gateway/index.ts')]: 'export const GatewayModule = 1;\n',
  [api('modules/audit/index.ts')]: 'export const AuditModule = 1;\n',
  [api('modules/auth/index.ts')]: 'export const AuthModule = 1;\n',
  [admin('features/servers/zz-panel.tsx')]: 'export const ZzPanel = () => null;\n',
  [admin('features/auth/zz-panel.tsx')]: 'export const ZzPanel = () => null;\n',
  [admin('lib/api.ts')]: 'export const api = 1;\n',
  [admin('app/zz-shell.tsx')]: 'export const ZzShell = () => null;\n',
  'libs/testkit/src/index.ts': 'export const testkit = 1;\n',
  'libs/api-client/src/index.ts': 'export const apiClient = 1;\n',
  'libs/mcp-upstream/src/index.ts': 'export const upstream = 1;\n',
  'libs/gateway-core/src/index.ts': 'export const core = 1;\n',
};

const plant = (name, file, code, caughtBy) => ({ name, file, code: `${code}\n`, caughtBy });
const NX = '@nx/enforce-module-boundaries';
const IMPORTS = 'house/import-fences';

export const PLANTS = [
  // laws between projects
  plant(
    'the core imports Nest',
    'libs/gateway-core/src/zz-nest.ts',
    "export { Injectable } from '@nestjs/common';",
    'few-outside-packages',
  ),
  plant('the core imports a Node module', 'libs/gateway-core/src/zz-spawn.ts', "export { spawn } from 'node:child_process';", IMPORTS),
  plant(
    'the core imports a Node module without its prefix',
    'libs/gateway-core/src/zz-fs.ts',
    "export { readFileSync } from 'fs';",
    IMPORTS,
  ),
  plant(
    'the core uses a Node global',
    'libs/gateway-core/src/zz-buffer.ts',
    'export const bytes = Buffer.alloc(1);',
    'house/global-fences',
  ),
  plant('the core imports the adapter', 'libs/gateway-core/src/zz-adapter.ts', "export * from '@mcpnest/mcp-upstream';", NX),
  plant('the vocabulary imports the core', 'libs/shared/src/zz-core.ts', "export * from '@mcpnest/gateway-core';", NX),
  plant('the protocol imports the vocabulary', 'libs/mcp-protocol/src/zz-shared.ts', "export * from '@mcpnest/shared/errors';", NX),
  plant('the console imports the core', admin('app/zz-core.ts'), "export * from '@mcpnest/gateway-core';", NX),
  plant('the console imports TypeORM', admin('lib/zz-orm.ts'), "export { DataSource } from 'typeorm';", 'no-server-in-the-console'),
  plant('the console imports a Node module', admin('lib/zz-node.ts'), "export { readFileSync } from 'node:fs';", IMPORTS),
  plant(
    'the console imports the server by path',
    admin('app/zz-api.ts'),
    "export { SignedIn } from '../../../api/src/platform/http/access.js';",
    'no-server-in-the-console',
  ),
  plant(
    'the adapter imports Nest',
    'libs/mcp-upstream/src/zz-nest.ts',
    "export { Injectable } from '@nestjs/common';",
    'no-framework-in-the-adapter',
  ),
  plant('production code of the server imports the testkit', api('platform/http/zz-testkit.ts'), "export * from '@mcpnest/testkit';", NX),
  plant(
    'a library is imported by path',
    api('platform/http/zz-path.ts'),
    "export { DomainError } from '../../../../../libs/shared/src/errors/domain-error.js';",
    NX,
  ),
  plant(
    'a library is entered beside its entry points',
    api('platform/http/zz-deep.ts'),
    "export * from '@mcpnest/shared/src/errors/catalog.js';",
    'no-unresolvable',
  ),
  plant('the server imports React', api('platform/http/zz-react.ts'), "export { createElement } from 'react';", 'no-console-in-the-server'),
  plant(
    'production code imports a development package',
    api('platform/http/zz-dev.ts'),
    "export { default } from 'fast-check';",
    'production-dependencies-only',
  ),
  // laws between rooms
  plant(
    'gateway reaches inside servers',
    api('modules/gateway/zz-reach.ts'),
    "export { inner } from '../servers/zz-plant/zz-inner.js';",
    'use-the-door',
  ),
  plant(
    'the composition root reaches inside a room',
    api('zz-root.ts'),
    "export { inner } from './modules/servers/zz-plant/zz-inner.js';",
    'use-the-door-from-outside',
  ),
  plant(
    'servers imports gateway',
    api('modules/servers/zz-uphill.ts'),
    "export { GatewayModule } from '../gateway/index.js';",
    'downhill-only',
  ),
  plant(
    'auth imports workspaces',
    api('modules/auth/zz-uphill.ts'),
    "export { GatewayModule } from '../gateway/index.js';",
    'downhill-only',
  ),
  plant(
    'somebody imports audit',
    api('modules/servers/zz-audit.ts'),
    "export { AuditModule } from '../audit/index.js';",
    'audit-is-a-sink',
  ),
  plant('audit imports auth', api('modules/audit/zz-auth.ts'), "export { AuthModule } from '../auth/index.js';", 'audit-is-a-sink'),
  plant(
    'platform imports a room',
    api('platform/http/zz-room.ts'),
    "export { AuthModule } from '../../modules/auth/index.js';",
    'platform-knows-no-module',
  ),
  // roles
  plant('a service imports TypeORM', api('modules/servers/zz-plant/zz-orm.service.ts'), "export { DataSource } from 'typeorm';", IMPORTS),
  plant(
    'a service imports TypeORM for a type only',
    api('modules/servers/zz-plant/zz-orm-type.service.ts'),
    "export type { DataSource } from 'typeorm';",
    'service-knows-no-orm',
  ),
  plant(
    'a controller imports a repository',
    api('modules/servers/zz-plant/zz.controller.ts'),
    "export { ZzRepository } from './zz.repository.js';",
    'controller-stays-thin',
  ),
  plant(
    'an entity imports a service',
    api('modules/servers/zz-plant/zz.entity.ts'),
    "export { ZzService } from './zz.service.js';",
    'entity-knows-entities',
  ),
  plant(
    'a repository imports a service',
    api('modules/servers/zz-plant/zz-up.repository.ts'),
    "export { ZzService } from './zz.service.js';",
    'repository-knows-rows-only',
  ),
  plant(
    'a service imports a controller',
    api('modules/servers/zz-plant/zz-caller.service.ts'),
    "export { zzAnswer } from './zz-answer.controller.js';",
    'service-knows-no-http',
  ),
  plant(
    'domain imports a controller',
    api('modules/servers/zz-plant/zz-rule.ts'),
    "export { zzAnswer } from './zz-answer.controller.js';",
    'domain-is-plain',
  ),
  plant(
    'a service throws an HTTP exception',
    api('modules/servers/zz-plant/zz-http.service.ts'),
    "export { NotFoundException } from '@nestjs/common';",
    IMPORTS,
  ),
  // other doors
  plant('the server starts a process', api('platform/jobs/zz-spawn.ts'), "export { spawn } from 'node:child_process';", IMPORTS),
  plant('a room loads OpenTelemetry', api('platform/jobs/zz-telemetry.ts'), "export { trace } from '@opentelemetry/api';", IMPORTS),
  plant('the server dials by itself', api('platform/http/zz-undici.ts'), "export { request } from 'undici';", IMPORTS),
  plant(
    'the server uses the global fetch',
    api('platform/http/zz-fetch.ts'),
    "export const get = () => fetch('https://example.com');",
    'house/global-fences',
  ),
  plant(
    'a service reads the environment',
    api('modules/servers/zz-plant/zz-env.ts'),
    'export const port = process.env.PORT;',
    'house/global-fences',
  ),
  plant(
    'a service reads the environment by destructuring',
    api('modules/servers/zz-plant/zz-env-two.ts'),
    'const { env } = process;\nexport const port = env.PORT;',
    'house/global-fences',
  ),
  plant(
    'a service reads the environment by import',
    api('modules/servers/zz-plant/zz-env-three.ts'),
    "import { env } from 'node:process';\nexport const port = env.PORT;",
    'house/global-fences',
  ),
  plant('a cycle', 'libs/shared/src/zz-ping.ts', "export { pong } from './zz-pong.js';\nexport const ping = 1;", 'no-cycles'),
  // the console
  plant(
    'a feature imports a feature',
    admin('features/auth/zz-cross.tsx'),
    "export { ZzPanel } from '../servers/zz-panel';",
    'feature-to-feature',
  ),
  plant('ui imports a feature', admin('ui/zz-button.tsx'), "export { ZzPanel } from '../features/servers/zz-panel';", 'ui-knows-nobody'),
  plant(
    'patterns import a feature',
    admin('patterns/zz-page.tsx'),
    "export { ZzPanel } from '../features/servers/zz-panel';",
    'patterns-know-ui-and-lib',
  ),
  plant(
    'lib imports a feature',
    admin('lib/zz-lib.tsx'),
    "export { ZzPanel } from '../features/servers/zz-panel';",
    'lib-knows-libraries-only',
  ),
  plant('a feature imports app', admin('features/servers/zz-app.tsx'), "export { ZzShell } from '../../app/zz-shell';", 'feature-to-app'),
  plant(
    'a component imports the generated client',
    admin('features/servers/zz-client.tsx'),
    "export { api } from '../../lib/api';",
    'client-in-queries-only',
  ),
  plant(
    'a component makes a client of its own',
    admin('features/servers/zz-own-client.tsx'),
    "export { createApiClient } from '@mcpnest/api-client';",
    'no-restricted-syntax',
  ),
  // manners
  plant('a default export', api('modules/servers/zz-plant/zz-default.ts'), 'export default 1;', 'no-restricted-syntax'),
  plant('a line to the console', api('modules/servers/zz-plant/zz-console.ts'), "console.log('x');", 'no-console'),
  plant('a name that says nothing', api('modules/servers/zz-plant/utils.ts'), 'export const nothing = 1;', 'house/file-name'),
  plant('a name that is not kebab-case', api('modules/servers/zz-plant/zzCamel.ts'), 'export const camel = 1;', 'house/file-name'),
  plant(
    'a type imported as a value',
    api('modules/servers/zz-plant/zz-type.ts'),
    "import { IncomingMessage } from 'node:http';\nexport const method = (message: IncomingMessage) => message.method;",
    '@typescript-eslint/consistent-type-imports',
  ),
  plant(
    'a file of 401 lines',
    'libs/shared/src/zz-long.ts',
    Array.from({ length: 401 }, (_, line) => `export const line${line} = ${line};`).join('\n'),
    'house/file-size',
  ),
  plant(
    'a service of 301 lines',
    api('modules/servers/zz-plant/zz-long.service.ts'),
    Array.from({ length: 301 }, (_, line) => `export const line${line} = ${line};`).join('\n'),
    'house/file-size',
  ),
  plant(
    'a function of 81 lines',
    'libs/shared/src/zz-long-function.ts',
    `export function long(): void {\n${'  void 0;\n'.repeat(80)}}`,
    'house/function-size',
  ),
  plant(
    'a console function of 81 lines that is no component',
    'apps/admin/src/ui/zz-long-hook.tsx',
    `export function useLong(): void {\n${'  void 0;\n'.repeat(80)}}`,
    'house/function-size',
  ),
  plant(
    'a component of 301 lines',
    'apps/admin/src/ui/zz-long-component.tsx',
    `export function Long(): null {\n${'  void 0;\n'.repeat(298)}  return null;\n}`,
    'house/function-size',
  ),
  plant(
    'a constructor of nine parameters',
    api('modules/servers/zz-plant/zz-greedy.ts'),
    `export class Greedy {\n  constructor(${'abcdefghi'
      .split('')
      .map((name) => `readonly ${name}: number`)
      .join(', ')}) {}\n}`,
    'house/function-size',
  ),
];

/** Partners of plants that need a second file. */
export const PARTNERS = { 'libs/shared/src/zz-pong.ts': "export { ping } from './zz-ping.js';\nexport const pong = 1;\n" };
