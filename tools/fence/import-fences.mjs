// Who may import what from outside. Each row: what is fenced, where it may stand, and the sentence a trespasser reads.
import { builtinModules } from 'node:module';

const BUILTIN = new Set(builtinModules);
const isBuiltin = (specifier) => specifier.startsWith('node:') || BUILTIN.has(specifier);
const named =
  (...names) =>
  (specifier) =>
    names.some((name) => specifier === name || specifier.startsWith(`${name}/`));

const PURE = /^libs\/(shared|mcp-protocol|gateway-core|api-client)\/src\//;
const CELLAR =
  /(\.(entity|repository|read-model)\.ts$)|^apps\/api\/src\/platform\/database\/|^apps\/api\/src\/app\.(entities|migrations)\.ts$/;

/** `applies`: paths the fence surrounds (production files only); `gates`: paths inside it that may pass. */
export const IMPORT_FENCES = [
  {
    name: 'pure-core',
    fenced: isBuiltin,
    applies: PURE,
    message:
      'The core knows no framework and no machine (law 3): a pure library takes input and output through ports. Implement the port in apps/api or libs/mcp-upstream.',
  },
  {
    name: 'console-in-the-browser',
    fenced: isBuiltin,
    applies: /^apps\/admin\/src\//,
    message: 'The console runs in a browser: Node modules do not exist there. Ask the REST API instead.',
  },
  {
    name: 'orm-cellar',
    fenced: named('typeorm', '@nestjs/typeorm'),
    applies: /^(apps|libs)\//,
    gates: CELLAR,
    message:
      'TypeORM lives in the cellar (law 4), so that services stay readable and testable. Move the query to a *.repository.ts or *.read-model.ts of this slice, and run it with Tx.',
  },
  {
    name: 'spawn-door',
    fenced: named('node:child_process', 'child_process'),
    applies: /^(apps|libs)\//,
    gates: /^libs\/mcp-upstream\/src\/stdio\/|^apps\/api\/src\/platform\/database\/embedded\//,
    message:
      'Processes are started in two places only: libs/mcp-upstream/src/stdio and apps/api/src/platform/database/embedded. A spawn elsewhere escapes their rules.',
  },
  {
    name: 'network-door',
    fenced: named('undici', 'axios', 'got'),
    applies: /^(apps|libs)\//,
    gates: /^libs\/mcp-upstream\/src\/net\//,
    message: 'Every outgoing connection goes through libs/mcp-upstream/src/net, where addresses, sizes and times are bounded.',
  },
  {
    name: 'telemetry-door',
    fenced: (specifier) => specifier.startsWith('@opentelemetry/'),
    applies: /^(apps|libs)\//,
    gates: /^apps\/api\/src\/(platform\/observability\/telemetry|modules\/gateway\/tracing)\//,
    message:
      'OpenTelemetry is loaded only where a collector is configured. Implement the port Tracer of gateway-core in modules/gateway/tracing, and reach platform/observability/telemetry through Telemetry.',
  },
];

/** Identifiers that are fenced without being imported. */
export const GLOBAL_FENCES = [
  {
    name: 'network-door',
    globals: ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'],
    applies: /^(apps\/api|libs\/(?!api-client))/,
    message: 'Every outgoing connection goes through libs/mcp-upstream/src/net, where addresses, sizes and times are bounded.',
  },
  {
    name: 'pure-core',
    globals: ['process', 'Buffer', 'require', '__dirname'],
    applies: PURE,
    message: 'A pure library runs anywhere: no Node globals. Take what is needed as a parameter or through a port.',
  },
  {
    name: 'one-reader-of-the-environment',
    globals: ['process.env'],
    applies: /^(apps\/(api|admin)|libs)\//,
    gates: /^apps\/api\/src\/config\/env\.schema\.ts$/,
    message:
      'apps/api/src/config/env.schema.ts is the only reader of the environment. Add a variable there and take it from a typed slice of the configuration.',
  },
];

/** Nest's HTTP exceptions: only the edge speaks HTTP. */
export const HTTP_EXCEPTION_FENCE = {
  name: 'services-know-no-http',
  applies: /^apps\/api\/src\//,
  gates: /^apps\/api\/src\/platform\/http\//,
  message:
    "Services know no HTTP: throw new DomainError('room.reason') with a code of libs/shared/src/errors/catalog.ts; platform/http maps it.",
};
