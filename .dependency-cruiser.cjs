// Laws between the rooms of the server and the folders of the console (docs/architecture.md).
// Laws between projects are Nx tags (eslint.config.mjs); what may be imported from outside is tools/fence/import-fences.mjs.

const API = '^apps/api/src/';
const ROOMS = `${API}modules/`;
const COMPOSITION_ROOT = `${API}([^/]+\\.ts$|cli/|testing/)`;
const TESTS = '(\\.(spec|int-spec|e2e-spec|corpus\\.spec|contract|bench)\\.tsx?$)|/testing/';
const DOMAIN = `${ROOMS}.+/[^./]+\\.ts$`;
const role = (...roles) => `${ROOMS}.+\\.(${roles.join('|')})\\.ts$`;
const UPHILL = { auth: 'workspaces|servers|gateway', workspaces: 'servers|gateway', servers: 'gateway', gateway: null };

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const roomRules = [
  rule(
    'use-the-door',
    'A room is entered through its door, modules/<room>/index.ts, which names what others may rely on. Export it there, or ask for a narrow read model.',
    { path: `${ROOMS}([^/]+)/` },
    { path: ROOMS, pathNot: [`${ROOMS}$1/`, `${ROOMS}[^/]+/index\\.ts$`] },
  ),
  rule(
    'use-the-door-from-outside',
    'The composition root, too, enters a room through its door. Entities alone are listed by file, in app.entities.ts.',
    { path: API, pathNot: [ROOMS, `${API}app\\.entities\\.ts$`, TESTS] },
    { path: ROOMS, pathNot: `${ROOMS}[^/]+/index\\.ts$` },
  ),
  ...Object.entries(UPHILL)
    .filter(([, above]) => above)
    .map(([room, above]) =>
      rule(
        'downhill-only',
        `Imports run downhill: gateway → servers → workspaces → auth → platform. ${room} lies below; turn the need round with a port that ${room} declares and the upper room implements.`,
        { path: `${ROOMS}${room}/` },
        { path: `${ROOMS}(${above})/` },
      ),
    ),
  rule(
    'audit-is-a-sink',
    'Nobody depends on audit: append to the ports Ledger and CallStream of platform/events.',
    { path: API, pathNot: [`${ROOMS}audit/`, COMPOSITION_ROOT] },
    { path: `${ROOMS}audit/` },
  ),
  rule(
    'audit-is-a-sink',
    'Audit may use workspaces and platform only; records carry the names they need.',
    { path: `${ROOMS}audit/`, pathNot: TESTS },
    { path: `${ROOMS}(auth|servers|gateway)/` },
  ),
  rule(
    'platform-knows-no-module',
    'Platform rooms have no business words: declare a port here and let a module implement it.',
    { path: `${API}(platform|config)/` },
    { path: ROOMS },
  ),
];

const roleRules = [
  rule(
    'controller-stays-thin',
    'A controller asks a service or a read model; it never sees rows.',
    { path: role('controller') },
    { path: [role('repository', 'entity'), 'node_modules/typeorm/'] },
  ),
  rule(
    'service-knows-no-orm',
    'TypeORM lives in the cellar (law 4): put the query into the repository and call it in Tx.',
    { path: [role('service', 'policy', 'presenter', 'job', 'adapter'), DOMAIN] },
    { path: 'node_modules/typeorm/' },
  ),
  rule(
    'service-knows-no-http',
    'A service answers whoever asks; only the controller knows that it was HTTP. Give values (or views made by a pure presenter) and let the controller send them.',
    { path: role('service', 'policy', 'repository', 'read-model', 'presenter') },
    { path: role('controller') },
  ),
  rule(
    'policy-is-pure',
    'A policy decides on domain values alone.',
    { path: role('policy') },
    { path: role('service', 'repository', 'read-model', 'entity', 'controller') },
  ),
  rule(
    'repository-knows-rows-only',
    'A repository or read model knows rows and domain values, never the use cases above it.',
    { path: role('repository', 'read-model') },
    { path: role('service', 'controller') },
  ),
  rule(
    'entity-knows-entities',
    'An entity maps a table: it may know other entities of its own room (and types), nothing else of ours.',
    { path: role('entity') },
    { path: API, pathNot: [`${API}.+\\.entity\\.ts$`], dependencyTypesNot: ['type-only'] },
  ),
  rule(
    'domain-is-plain',
    'What has no role in its name knows neither controllers nor the checks of request shapes.',
    { path: DOMAIN, pathNot: `${ROOMS}[^/]+/index\\.ts$` },
    { path: role('controller', 'dto'), dependencyTypesNot: ['type-only'] },
  ),
];

const CONSOLE = '^apps/admin/src/';
const consoleRules = [
  rule(
    'feature-to-feature',
    'Features never import each other: compose them in app/, or move the shared part down to patterns/, ui/ or lib/.',
    { path: `${CONSOLE}features/([^/]+)/` },
    { path: `${CONSOLE}features/`, pathNot: `${CONSOLE}features/$1/` },
  ),
  rule(
    'ui-knows-nobody',
    'Primitives in ui/ have no knowledge of the product.',
    { path: `${CONSOLE}ui/` },
    { path: ['^apps/admin/src/(app|features|patterns|lib)/', '^libs/'] },
  ),
  rule(
    'lib-knows-libraries-only',
    'lib/ stands below everything but shared and the generated client.',
    { path: `${CONSOLE}lib/` },
    { path: '^apps/admin/src/(app|features|patterns|ui)/' },
  ),
  rule(
    'patterns-know-ui-and-lib',
    'Patterns are used by features, never the other way round.',
    { path: `${CONSOLE}patterns/` },
    { path: '^apps/admin/src/(app|features)/' },
  ),
  rule(
    'feature-to-app',
    'app/ composes features; a feature that needs it has the arrow the wrong way round.',
    { path: `${CONSOLE}features/`, pathNot: TESTS },
    { path: `${CONSOLE}app/` },
  ),
  rule(
    'client-in-queries-only',
    'Only *.queries.ts and *.mutations.ts talk to the client of lib/api.ts; components take data from their hooks.',
    { path: `${CONSOLE}(features|ui)/`, pathNot: ['\\.(queries|mutations)\\.ts$', TESTS] },
    { path: `${CONSOLE}lib/api\\.ts$`, dependencyTypesNot: ['type-only'] },
  ),
];

const externalRules = [
  rule(
    'few-outside-packages',
    'The vocabulary and the core use zod at most: what they need else comes in through ports.',
    { path: '^libs/(shared|gateway-core)/src/', pathNot: TESTS },
    { path: 'node_modules/', pathNot: 'node_modules/zod/' },
  ),
  rule(
    'few-outside-packages',
    'The wire uses zod and the official MCP packages at most.',
    { path: '^libs/mcp-protocol/src/', pathNot: TESTS },
    { path: 'node_modules/', pathNot: 'node_modules/(zod|@modelcontextprotocol)/' },
  ),
  rule(
    'no-framework-in-the-adapter',
    'The connector library knows neither Nest nor TypeORM nor React.',
    { path: '^libs/mcp-upstream/src/' },
    { path: 'node_modules/(@nestjs|typeorm|react|react-dom)/' },
  ),
  rule(
    'no-server-in-the-console',
    'The console knows the server only through the generated client.',
    { path: CONSOLE },
    { path: ['node_modules/(@nestjs|typeorm|pg|express)/', API] },
  ),
  rule(
    'no-console-in-the-server',
    'The server serves the console as files; it never imports React.',
    { path: API },
    { path: ['node_modules/(react|react-dom|@mantine)/', CONSOLE] },
  ),
  rule(
    'production-dependencies-only',
    'Production code may import packages of "dependencies" only: development packages are not in the image.',
    { path: ['^apps/api/src/', '^libs/(shared|mcp-protocol|gateway-core|mcp-upstream)/src/'], pathNot: TESTS },
    { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
  ),
];

const graphRules = [
  rule(
    'no-cycles',
    'A cycle makes two files one. Types go by `import type`; else a third file below both.',
    {},
    { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  ),
  rule(
    'no-unresolvable',
    'This import leads nowhere: a library is imported through the entry points in its package.json only.',
    {},
    { couldNotResolve: true },
  ),
  rule(
    'library-by-name',
    'Libraries are imported by name, through their entry points.',
    { path: '^(apps|libs)/([^/]+)/' },
    { path: '^(apps|libs)/', pathNot: ['^(apps|libs)/$2/', '^libs/[^/]+/src/(index|[a-z-]+/index)\\.ts$'] },
  ),
];

module.exports = {
  forbidden: [...roomRules, ...roleRules, ...consoleRules, ...externalRules, ...graphRules],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|generated|test-results)/|^apps/api-e2e/(inspector|conformance)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    preserveSymlinks: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['mcpnest-source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      mainFields: ['module', 'main', 'types'],
    },
    cache: false,
  },
};
