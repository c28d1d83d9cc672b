import type { WorkspacePermission } from '@mcpnest/shared/permissions';

/** What an id in a path stands for. Each is made in the caller's own workspace, in one that is foreign to them, and nowhere. */
export type Held =
  | 'api-key'
  | 'call'
  | 'exposure'
  | 'freeze'
  | 'member'
  | 'request'
  | 'server'
  | 'session'
  | 'token'
  | 'tool'
  | 'toolset'
  | 'word'
  | 'workspace';

/** How a route is walked. */
export interface RouteEntry {
  /** What its parameters stand for, besides `:slug`. */
  readonly ids?: Readonly<Record<string, Held>>;
  /** Acceptable to the route, so that what refuses a foreign id is not the shape of the body. */
  readonly body?: unknown;
  readonly query?: string;
  /** Read alike by everybody who is signed in: the catalogue of the company is no tenant's. */
  readonly shared?: true;
  /** What it takes for others, where everybody may do it to themselves. */
  readonly needs?: WorkspacePermission;
  /** Not called as somebody who may: it would end what the walk stands on. What it does has tests of its own. */
  readonly ends?: true;
}

const SERVER = { server: 'exposure' } as const;
const CATALOGUE = { server: 'server' } as const;
const TOKEN = { id: 'token' } as const;
const REQUEST = { request: 'request' } as const;
const VALUES = { body: { values: {} } } as const;
const FREEZE = { kind: 'server', subject: 'nowhere', reason: 'tenancy' } as const;

/** Routes below `/workspaces/:slug`, by method and the rest of the path. */
export const WORKSPACE_ROUTES: Readonly<Record<string, RouteEntry>> = {
  'GET ': {},
  'PATCH ': { body: {} },
  'DELETE ': { ends: true },
  'GET /audit-policy': {},
  'GET /call-analytics': {},
  'GET /call-export': {},
  'GET /call-histogram': {},
  'GET /calls': {},
  'GET /calls/stream': {},
  'GET /calls/:callId': { ids: { callId: 'call' } },
  'GET /freezes': {},
  'POST /freezes': { body: FREEZE },
  'DELETE /freezes/:id': { ids: { id: 'freeze' } },
  'GET /limits': {},
  'PUT /limits': { body: { scope: 'token', subject: 'tok_nowhere', concurrency: 10 } },
  'GET /members': {},
  'POST /members': { body: { email: 'tenancy@example.com', role: 'auditor' } },
  'PATCH /members/:userId': { ids: { userId: 'member' }, body: { role: 'auditor' } },
  'DELETE /members/:userId': { ids: { userId: 'member' }, needs: 'members:write' },
  'GET /my-accounts': {},
  'GET /prompts': {},
  'GET /requests': {},
  'POST /requests': { body: { kind: 'exposure', server: 'nowhere', reason: 'tenancy' } },
  'GET /resources': {},
  'GET /servers': {},
  'POST /servers': { body: { server: 'nowhere' } },
  'PATCH /servers/:server': { ids: SERVER, body: { enabled: true } },
  'DELETE /servers/:server': { ids: SERVER },
  'GET /servers/:server/canary': { ids: SERVER },
  'POST /servers/:server/canary': { ids: SERVER, body: { version: 1, sharePercent: 1 } },
  'PATCH /servers/:server/canary': { ids: SERVER, body: { sharePercent: 1 } },
  'DELETE /servers/:server/canary': { ids: SERVER },
  'POST /servers/:server/canary/promote': { ids: SERVER },
  'GET /servers/:server/credentials': { ids: SERVER },
  'PUT /servers/:server/credentials': { ids: SERVER, ...VALUES },
  'DELETE /servers/:server/credentials': { ids: SERVER },
  'GET /servers/:server/credentials/history': { ids: SERVER },
  'POST /servers/:server/credentials/history/:id/restore': { ids: { ...SERVER, id: 'word' } },
  'POST /servers/:server/credentials/test': { ids: SERVER, ...VALUES },
  'DELETE /servers/:server/my-account': { ids: SERVER },
  'POST /servers/:server/my-account/connect': { ids: SERVER },
  'GET /servers/:server/my-credentials': { ids: SERVER },
  'PUT /servers/:server/my-credentials': { ids: SERVER, ...VALUES },
  'DELETE /servers/:server/my-credentials': { ids: SERVER },
  'GET /servers/:server/my-credentials/history': { ids: SERVER },
  'POST /servers/:server/my-credentials/history/:id/restore': { ids: { ...SERVER, id: 'word' } },
  'POST /servers/:server/my-credentials/test': { ids: SERVER, ...VALUES },
  'POST /servers/:server/rollback': { ids: SERVER, body: { version: 1 } },
  'GET /tokens': {},
  'POST /tokens': { body: { name: 'tenancy' } },
  'POST /tokens/:id/restore': { ids: TOKEN },
  'POST /tokens/:id/revoke': { ids: TOKEN, body: {} },
  'POST /tokens/:id/rotate': { ids: TOKEN, body: {} },
  'POST /tokens/:id/take-over': { ids: TOKEN },
  'GET /tools': {},
  'PATCH /tools': { body: { names: ['nowhere'], change: { enabled: true }, dryRun: true } },
  'GET /tools/bill': {},
  'GET /tools/explain': { query: '?name=nowhere' },
  'GET /tools/policies': {},
  'PUT /tools/policies/:server': { ids: SERVER, body: { newTools: 'on' } },
  'GET /tools/selection': {},
  'PUT /tools/selection': { body: { format: 1, tools: [] } },
  'PATCH /tools/:name': { ids: { name: 'tool' }, body: { enabled: true } },
  'GET /toolsets': {},
  'POST /toolsets': { body: { name: 'tenancy', tools: ['*:*'] } },
  'PATCH /toolsets/:id': { ids: { id: 'toolset' }, body: { name: 'tenancy-again' } },
  'DELETE /toolsets/:id': { ids: { id: 'toolset' } },
};

/** All other routes of the REST API, by method and path. */
export const OTHER_ROUTES: Readonly<Record<string, RouteEntry>> = {
  'GET /api-keys': {},
  'POST /api-keys': { body: { name: 'tenancy' } },
  'DELETE /api-keys/:id': { ids: { id: 'api-key' } },
  'GET /audit/chains/:chain/evidence': { ids: { chain: 'word' } },
  'GET /audit/chains/:chain/rows': { ids: { chain: 'word' } },
  'POST /audit/gap-acknowledgements': { body: {} },
  'GET /audit/gaps': {},
  'GET /audit/policies': {},
  'PUT /audit/policies/:workspace': { ids: { workspace: 'workspace' }, body: { mode: null, retentionDays: null, legalHold: false } },
  'GET /audit/public-key': {},
  'GET /audit/status': {},
  'POST /audit/verifications': { body: {} },
  'POST /auth/invites/accept': { body: {} },
  'POST /auth/invites/read': { body: {} },
  'POST /auth/login': { body: {} },
  'POST /auth/logout': { ends: true },
  'GET /auth/methods': {},
  'GET /auth/oidc/callback': {},
  'GET /auth/oidc/start': {},
  'GET /call-analytics': {},
  'GET /call-export': {},
  'GET /call-histogram': {},
  'GET /calls': {},
  'GET /calls/:callId': { ids: { callId: 'call' } },
  'GET /catalogue/entries': {},
  'GET /catalogue/entries/:entry': { ids: { entry: 'word' } },
  'GET /catalogue/facets': {},
  'POST /catalogue/import': { body: {} },
  'POST /catalogue/import/preview': { body: {} },
  'GET /changes': {},
  'GET /freezes': {},
  'POST /freezes': { body: FREEZE },
  'DELETE /freezes/:id': { ids: { id: 'freeze' } },
  'GET /health': {},
  'GET /ledger': {},
  'GET /livez': {},
  'GET /local-servers': {},
  'GET /local-servers/packages': {},
  'POST /local-servers/packages': { body: {} },
  'GET /local-servers/packages/newest': {},
  'GET /me': {},
  'POST /me/password': { body: {} },
  'GET /me/sessions': {},
  'DELETE /me/sessions': { ends: true },
  'DELETE /me/sessions/:id': { ids: { id: 'session' } },
  'GET /oauth/callback': {},
  'GET /oauth/client.json': {},
  'GET /overview': {},
  'GET /people': {},
  'PATCH /people/:userId': { ids: { userId: 'member' }, body: {} },
  'DELETE /people/:userId': { ids: { userId: 'member' } },
  'GET /people/:userId/sessions': { ids: { userId: 'member' } },
  'DELETE /people/:userId/sessions': { ids: { userId: 'member' } },
  'GET /people/:userId/tokens': { ids: { userId: 'member' } },
  'GET /readyz': {},
  'GET /requests': {},
  'GET /requests/counts': {},
  'GET /requests/:request': { ids: REQUEST },
  'GET /requests/:request/assignees': { ids: REQUEST },
  'POST /requests/:request/approve': { ids: REQUEST, body: {} },
  'POST /requests/:request/assign': { ids: REQUEST, body: { userId: null } },
  'POST /requests/:request/comment': { ids: REQUEST, body: { text: 'tenancy' } },
  'POST /requests/:request/deny': { ids: REQUEST, body: { note: 'tenancy' } },
  'POST /requests/:request/test': { ids: REQUEST },
  'POST /requests/:request/withdraw': { ids: REQUEST },
  'GET /servers': {},
  'POST /servers': { body: {} },
  'POST /servers/test': { body: {} },
  'GET /servers/:server': { ids: CATALOGUE, shared: true },
  'PATCH /servers/:server': { ids: CATALOGUE, body: {} },
  'DELETE /servers/:server': { ids: CATALOGUE },
  'GET /servers/:server/changes': { ids: CATALOGUE, shared: true },
  'POST /servers/:server/changes/decide': { ids: CATALOGUE, body: {} },
  'POST /servers/:server/changes/:change/approve': { ids: { ...CATALOGUE, change: 'word' }, body: {} },
  'POST /servers/:server/changes/:change/block': { ids: { ...CATALOGUE, change: 'word' }, body: {} },
  'POST /servers/:server/changes/:change/keep': { ids: { ...CATALOGUE, change: 'word' }, body: {} },
  'GET /servers/:server/credentials': { ids: CATALOGUE },
  'PUT /servers/:server/credentials': { ids: CATALOGUE, ...VALUES },
  'DELETE /servers/:server/credentials': { ids: CATALOGUE },
  'GET /servers/:server/credentials/history': { ids: CATALOGUE },
  'POST /servers/:server/credentials/history/:id/restore': { ids: { ...CATALOGUE, id: 'word' } },
  'POST /servers/:server/credentials/test': { ids: CATALOGUE, ...VALUES },
  'GET /servers/:server/exposures': { ids: CATALOGUE, shared: true },
  'GET /servers/:server/history': { ids: CATALOGUE, shared: true },
  'GET /servers/:server/list-account': { ids: CATALOGUE },
  'DELETE /servers/:server/list-account': { ids: CATALOGUE },
  'POST /servers/:server/list-account/connect': { ids: CATALOGUE },
  'GET /servers/:server/processes': { ids: CATALOGUE, shared: true },
  'POST /servers/:server/processes/restart': { ids: CATALOGUE },
  'POST /servers/:server/processes/stop': { ids: CATALOGUE },
  'POST /servers/:server/sign-in/test': { ids: CATALOGUE },
  'GET /servers/:server/versions': { ids: CATALOGUE, shared: true },
  'POST /servers/:server/versions': { ids: CATALOGUE, body: {} },
  'GET /servers/:server/versions/:from/diff/:to': { ids: { ...CATALOGUE, from: 'word', to: 'word' }, shared: true },
  'POST /servers/:server/versions/:number/approve': { ids: { ...CATALOGUE, number: 'word' }, body: {} },
  'POST /servers/:server/versions/:number/quarantine': { ids: { ...CATALOGUE, number: 'word' }, body: {} },
  'POST /servers/:server/versions/:number/reject': { ids: { ...CATALOGUE, number: 'word' }, body: {} },
  'POST /servers/:server/versions/:number/retire': { ids: { ...CATALOGUE, number: 'word' }, body: {} },
  'GET /settings/approvals': {},
  'PUT /settings/approvals': { body: {} },
  'GET /settings/egress': {},
  'PUT /settings/egress': { body: {} },
  'GET /settings/oidc': {},
  'PUT /settings/oidc': { body: {} },
  'POST /settings/oidc/test': { body: {} },
  'GET /settings/registries': {},
  'POST /settings/registries': { body: {} },
  'PATCH /settings/registries/:registry': { ids: { registry: 'word' }, body: {} },
  'DELETE /settings/registries/:registry': { ids: { registry: 'word' } },
  'POST /settings/registries/:registry/sync': { ids: { registry: 'word' } },
  'GET /settings/tokens': {},
  'PUT /settings/tokens': { body: {} },
  'GET /setup': {},
  'POST /setup': { body: {} },
  'GET /workspaces': {},
  'POST /workspaces': { body: {} },
};
