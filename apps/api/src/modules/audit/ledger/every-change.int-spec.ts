import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { ModulesContainer } from '@nestjs/core';
import { startFakeUpstream, type FakeUpstream } from '@mcpnest/testkit';
import { registeredRoutes } from '../../../platform/http/registered-routes.js';
import { createTestApp, OPERATOR, type TestApp } from '../../../testing/create-test-app.js';
import { quietLog } from '../../../testing/quiet-log.js';
import type { RestAnswer, RestClient } from '../../../testing/rest-client.js';
import { CallWritesRepository } from '../spool/call-writes.repository.js';

jest.setTimeout(180_000);

/** Routes that change something in form only, and why they leave no fact. A new one is either walked or stands here. */
const WITHOUT_FACT: Readonly<Record<string, string>> = {
  'POST /setup': 'walked on an installation of its own',
  'POST /auth/invites/read': 'reads; the code is no part of an address',
  'POST /catalogue/import/preview': 'reads what it is given',
  'POST /servers/test': 'stores nothing',
  'POST /settings/oidc/test': 'stores nothing',
  'POST /requests/:request/test': 'stores nothing',
  'POST /servers/:server/credentials/test': 'stores nothing',
  'POST /workspaces/:slug/servers/:server/credentials/test': 'stores nothing',
  'POST /workspaces/:slug/servers/:server/my-credentials/test': 'stores nothing',
  'POST /servers/:server/sign-in/test': 'stores nothing',
  'POST /servers/:server/list-account/connect': 'begins a sign-in elsewhere; the fact comes with its answer, and is tested with accounts',
  'POST /workspaces/:slug/servers/:server/my-account/connect': 'the same',
  'DELETE /servers/:server/list-account': 'needs an account at a provider; the fact is tested with accounts',
  'DELETE /workspaces/:slug/servers/:server/my-account': 'the same',
  'POST /settings/registries/:registry/sync': 'asks for a round that comes by itself as well',
  'POST /local-servers/packages': 'needs a package registry; the fact is tested with local servers',
};

/** Tables whose changes stand in no fact, by what they hold instead of an administrator's decisions. A new one records its changes or stands here. */
const UNRECORDED: Readonly<Record<string, readonly string[]>> = {
  'the record itself': [
    ...[
      'ledger',
      'ledger_counter',
      'mcp_tool_calls',
      'call_rollups',
      'call_rollup_marks',
      'call_sightings',
      'call_names',
      'call_names_noted',
    ],
    ...[
      'audit_checkpoints',
      'audit_gaps',
      'audit_keys',
      'audit_dropped_days',
      'audit_gap_acknowledgements',
      'webhook_cursor',
      'webhook_messages',
    ],
  ],
  'what comes and goes by itself': [
    'console_sessions',
    'legacy_sessions',
    'limit_usage',
    'oauth_flows',
    'oauth_revocations',
    'oidc_flows',
    'replicas',
    'runners',
    'server_looks',
    'server_turns',
  ],
  'what others offer, as it was read': ['registry_entries', 'server_lock_kinds', 'server_version_tools', 'tool_definitions'],
  'keys and former values, whose present ones are told': ['oauth_clients', 'retired_credentials', 'vault_keys'],
  'the database about itself': ['app_grants', 'schema_migrations'],
};

const PASSWORD = 'a long enough password';
const CANARY = 'canary-value-of-a-secret-0123456789';

/** Walks through every route that changes something, by what the routes of the running product are. */
describe('every change by REST', () => {
  let product: TestApp;
  let upstream: FakeUpstream;
  let registry: Server;
  let operator: RestClient;
  const walked = new Set<string>();

  const number = async (): Promise<number> => Number((await product.database.owner.query('SELECT number FROM ledger_counter'))[0].number);

  /** One change; `route` as it is declared. It must succeed and leave a fact. */
  async function change(route: string, path: string, body?: unknown, by: RestClient = operator): Promise<RestAnswer> {
    const before = await number();
    const answer = await by.send(route.split(' ')[0]!, path, body);
    expect([route, path, answer.status < 300 ? 'done' : answer.text]).toEqual([route, path, 'done']);
    expect([route, (await number()) > before ? 'a fact' : 'no fact']).toEqual([route, 'a fact']);
    walked.add(route);
    return answer;
  }

  beforeAll(async () => {
    quietLog();
    upstream = await startFakeUpstream();
    registry = createServer((_, response) => response.end(JSON.stringify({ servers: [], metadata: { count: 0 } }))).listen(0, '127.0.0.1');
    await once(registry, 'listening');
    product = await createTestApp({ environment: { EGRESS_ALLOW: '127.0.0.1:*', LOCAL_COMMANDS: '/usr/bin/env' } });
    operator = await product.operator();
  });
  afterAll(async () => {
    await product.close();
    await upstream.close();
    registry.close();
  });

  const invite = async (email: string, role = 'developer') => {
    const { body } = await change('POST /workspaces/:slug/members', '/workspaces/acme/members', { email, role });
    const client = product.client();
    const code = new URL(body.inviteUrl).hash.slice(1);
    const joined = await change(
      'POST /auth/invites/accept',
      '/auth/invites/accept',
      { code, name: email.split('@')[0], password: PASSWORD },
      client,
    );
    return { client, id: joined.body.id as string };
  };

  it('of the installation, its people and their sessions leaves a fact', async () => {
    await change('POST /auth/login', '/auth/login', OPERATOR, product.client());
    await change('POST /workspaces', '/workspaces', { name: 'Acme' });
    await change('PATCH /workspaces/:slug', '/workspaces/acme', { name: 'Acme Inc' });
    await change('PUT /workspaces/:slug/limits', '/workspaces/acme/limits', { scope: 'each-token', ratePerSecond: 50 });
    await change('PUT /settings/approvals', '/settings/approvals', { fourEyes: false });
    await change('PUT /settings/egress', '/settings/egress', { rules: ['10.0.0.1:80'] });
    await change('PUT /settings/tokens', '/settings/tokens', { lifetimeDaysMax: 100, mayNeverExpire: false });
    await change('PUT /settings/oidc', '/settings/oidc', {
      ...{ enabled: false, issuer: 'https://idp.example', clientId: 'c', clientSecret: CANARY, scopes: ['openid'], buttonLabel: 'Sign in' },
      ...{ emailDomains: [], emailTrusted: false, provisioning: 'invited', groupsClaim: 'groups', operatorGroup: null, groupRoles: [] },
    });
    const { body: key } = await change('POST /api-keys', '/api-keys', { name: 'ci' });
    await change('DELETE /api-keys/:id', `/api-keys/${key.id}`);

    const { client: dora, id: doraId } = await invite('dora@example.com');
    await change('PATCH /workspaces/:slug/members/:userId', `/workspaces/acme/members/${doraId}`, { role: 'admin' });
    await change('POST /me/password', '/me/password', { current: PASSWORD, password: `${PASSWORD} too` }, dora);
    const signIn = () =>
      change('POST /auth/login', '/auth/login', { email: 'dora@example.com', password: `${PASSWORD} too` }, product.client());
    await signIn();
    const others = (await dora.get('/me/sessions')).body.data.filter(({ current }: { current: boolean }) => !current);
    await change('DELETE /me/sessions/:id', `/me/sessions/${others[0].id}`, undefined, dora);
    await signIn();
    await change('DELETE /me/sessions', '/me/sessions', undefined, dora);
    await change('DELETE /people/:userId/sessions', `/people/${doraId}/sessions`);
    await change('PATCH /people/:userId', `/people/${doraId}`, { state: 'deactivated' });
    await change('PATCH /people/:userId', `/people/${doraId}`, { state: 'active' });
    await change('DELETE /workspaces/:slug/members/:userId', `/workspaces/acme/members/${doraId}`);
    await change('DELETE /people/:userId', `/people/${doraId}`);
    await change('POST /auth/logout', '/auth/logout', {}, await product.operator());
  });

  it('of the catalogue leaves a fact', async () => {
    const http = { type: 'streamable-http', url: upstream.url, era: 'auto', headers: [{ name: 'X-Api-Key', secret: true }] };
    await change('POST /servers', '/servers', { name: 'Fake', slug: 'fake', transport: http, credentials: { 'X-Api-Key': CANARY } });
    await change('PATCH /servers/:server', '/servers/fake', { description: 'What it does' });
    await change('PUT /servers/:server/credentials', '/servers/fake/credentials', { values: { 'X-Api-Key': `${CANARY}2` } });
    const { body: history } = await operator.get('/servers/fake/credentials/history');
    await change(
      'POST /servers/:server/credentials/history/:id/restore',
      `/servers/fake/credentials/history/${history.data[0].id}/restore`,
    );
    for (const action of ['approve', 'reject', 'retire', 'quarantine']) {
      const { body } = await change('POST /servers/:server/versions', '/servers/fake/versions', { transport: http });
      if (action === 'approve' || action === 'reject')
        await product.database.owner.query(`UPDATE server_versions SET state = 'pending' WHERE number = $1`, [body.number]);
      await change(`POST /servers/:server/versions/:number/${action}`, `/servers/fake/versions/${body.number}/${action}`, {});
    }
    const [version] = await product.database.owner.query(
      `SELECT v.id FROM server_versions v JOIN servers s ON s.id = v.server_id WHERE s.slug = 'fake' AND v.number = 1`,
    );
    await product.database.owner.query(`INSERT INTO tool_definitions (hash, name, definition) VALUES ('h', 'added', '{"name":"added"}')`);
    for (const action of ['approve', 'keep', 'block', 'decide'])
      await product.database.owner.query(
        `INSERT INTO server_lock_items (id, version_id, kind, key, seen_hash, state, first_seen_at) VALUES ($1, $2, 'tools', $1, 'h', 'open', now())`,
        [`chg_${action}`, version.id],
      );
    for (const action of ['approve', 'keep', 'block'])
      await change(`POST /servers/:server/changes/:change/${action}`, `/servers/fake/changes/chg_${action}/${action}`, {});
    await change('POST /servers/:server/changes/decide', '/servers/fake/changes/decide', {
      decision: 'approve',
      changes: [{ id: 'chg_decide' }],
    });
    const local = { type: 'stdio', command: '/usr/bin/env', args: [], env: [] };
    await change('POST /servers', '/servers', { name: 'Local', slug: 'local', transport: local });
    for (const action of ['restart', 'stop'])
      await change(`POST /servers/:server/processes/${action}`, `/servers/local/processes/${action}`);
    await change('POST /catalogue/import', '/catalogue/import', {
      entries: [{ name: 'Imported', transport: { type: 'streamable-http', url: upstream.url, headers: [] } }],
    });
    const address = `http://127.0.0.1:${(registry.address() as AddressInfo).port}`;
    const { body: added } = await change('POST /settings/registries', '/settings/registries', { name: 'Ours', url: address });
    await change('PATCH /settings/registries/:registry', `/settings/registries/${added.id}`, { name: 'Theirs' });
    await change('DELETE /settings/registries/:registry', `/settings/registries/${added.id}`);
  });

  it('of what a workspace is served leaves a fact', async () => {
    const servers = '/workspaces/acme/servers';
    await change('POST /workspaces/:slug/servers', servers, { server: 'fake', version: 1 });
    await change('PATCH /workspaces/:slug/servers/:server', `${servers}/fake`, { toolPrefix: 'f_' });
    for (const [whose, path] of [
      ['credentials', `${servers}/fake/credentials`],
      ['my-credentials', `${servers}/fake/my-credentials`],
    ] as const) {
      await change(`PUT /workspaces/:slug/servers/:server/${whose}`, path, { values: { 'X-Api-Key': CANARY } });
      await change(`PUT /workspaces/:slug/servers/:server/${whose}`, path, { values: { 'X-Api-Key': `${CANARY}2` } });
      const { body: history } = await operator.get(`${path}/history`);
      const restore = `${path}/history/${history.data[0].id}/restore`;
      await change(`POST /workspaces/:slug/servers/:server/${whose}/history/:id/restore`, restore);
      await change(`DELETE /workspaces/:slug/servers/:server/${whose}`, path);
    }
    const canary = '/workspaces/:slug/servers/:server/canary';
    await change(`POST ${canary}`, `${servers}/fake/canary`, { version: 2, sharePercent: 10, tokens: [] });
    await change(`PATCH ${canary}`, `${servers}/fake/canary`, { sharePercent: 20 });
    await change(`DELETE ${canary}`, `${servers}/fake/canary`);
    await change(`POST ${canary}`, `${servers}/fake/canary`, { version: 2, sharePercent: 10, tokens: [] });
    await change(`POST ${canary}/promote`, `${servers}/fake/canary/promote`);
    await change('POST /workspaces/:slug/servers/:server/rollback', `${servers}/fake/rollback`, { version: 1 });
    await change('POST /workspaces/:slug/servers', servers, { server: 'imported' });
    const { body: tools } = await operator.get('/workspaces/acme/tools');
    const { publishedName, name = publishedName } = tools.data[0];
    await change('PATCH /workspaces/:slug/tools/:name', `/workspaces/acme/tools/${encodeURIComponent(name)}`, { enabled: false });
    await change('PATCH /workspaces/:slug/tools', '/workspaces/acme/tools', { names: [name], change: { enabled: true } });
    await change('PUT /workspaces/:slug/tools/policies/:server', '/workspaces/acme/tools/policies/imported', { newTools: 'off' });
    await change('PATCH /workspaces/:slug/tools/:name', `/workspaces/acme/tools/${encodeURIComponent(name)}`, { description: 'Other' });
    const { body: selection } = await operator.get('/workspaces/acme/tools/selection');
    const flipped = selection.tools.map((tool: { enabled: boolean }, at: number) =>
      at === 0 ? { ...tool, enabled: !tool.enabled } : tool,
    );
    await change('PUT /workspaces/:slug/tools/selection', '/workspaces/acme/tools/selection', { format: 1, tools: flipped });
    const { body: toolset } = await change('POST /workspaces/:slug/toolsets', '/workspaces/acme/toolsets', {
      name: 'few',
      tools: ['fake:echo'],
    });
    await change('PATCH /workspaces/:slug/toolsets/:id', `/workspaces/acme/toolsets/${toolset.id}`, { name: 'fewer' });
    await change('DELETE /workspaces/:slug/toolsets/:id', `/workspaces/acme/toolsets/${toolset.id}`);
  });

  it('of tokens, freezes and requests leaves a fact', async () => {
    const tokens = '/workspaces/acme/tokens';
    const { id: leaId, client: lea } = await invite('lea@example.com');
    const { body: token } = await change('POST /workspaces/:slug/tokens', tokens, { name: 'ci' }, lea);
    await change('PATCH /workspaces/:slug/tokens/:id', `${tokens}/${token.id}`, { name: 'ci-2' }, lea);
    await change('POST /workspaces/:slug/tokens/:id/rotate', `${tokens}/${token.id}/rotate`, { overlapSeconds: 0 }, lea);
    const { body: other } = await change('POST /workspaces/:slug/tokens', tokens, { name: 'other' }, lea);
    await change('POST /workspaces/:slug/tokens/:id/take-over', `${tokens}/${other.id}/take-over`, {});
    await change('POST /workspaces/:slug/tokens/:id/revoke', `${tokens}/${other.id}/revoke`, { reason: 'not-needed' });
    await change('POST /workspaces/:slug/tokens/:id/restore', `${tokens}/${other.id}/restore`, {});
    const freeze = { kind: 'member', subject: leaId, reason: 'Left' };
    const { body: everywhere } = await change('POST /freezes', '/freezes', { ...freeze, kind: 'server', subject: 'fake' });
    await change('DELETE /freezes/:id', `/freezes/${everywhere.id}`);
    const { body: here } = await change('POST /workspaces/:slug/freezes', '/workspaces/acme/freezes', freeze);
    await change('DELETE /workspaces/:slug/freezes/:id', `/workspaces/acme/freezes/${here.id}`);

    const demo = { type: 'builtin', name: 'demo' };
    for (const [action, body] of [
      ['approve', {}],
      ['deny', { note: 'No' }],
      ['withdraw', {}],
    ] as const) {
      const { body: request } = await change(
        'POST /workspaces/:slug/requests',
        '/workspaces/acme/requests',
        { kind: 'server', name: `Asked ${action}`, reason: 'We need it', transport: demo },
        lea,
      );
      const path = `/requests/${request.id}`;
      const me = (await operator.get('/me')).body;
      await change('POST /requests/:request/assign', `${path}/assign`, { userId: me.id ?? me.user.id });
      await change('POST /requests/:request/comment', `${path}/comment`, { text: 'Why?' });
      await change(`POST /requests/:request/${action}`, `${path}/${action}`, body, action === 'withdraw' ? lea : operator);
    }
  });

  it('of records, and each removal, leaves a fact', async () => {
    const today = new Date().toISOString().slice(0, 10);
    await change('POST /audit/verifications', '/audit/verifications', { from: today, to: today });
    await change('PUT /audit/policies/:workspace', '/audit/policies/acme', { mode: null, retentionDays: 100, legalHold: false });
    await product.app.get(CallWritesRepository, { strict: false }).gap({
      ...{
        id: 'w0123456789abcdef.1',
        writer: 'w0123456789abcdef',
        reason: 'full',
        chain: null,
        from: null,
        to: null,
        hash: null,
        count: 1,
      },
      ...{ since: new Date().toISOString(), until: new Date().toISOString(), keyId: 'k', signature: 's' },
    });
    await change('POST /audit/gap-acknowledgements', '/audit/gap-acknowledgements', { gaps: ['w0123456789abcdef.1'] });
    const { body: hook } = await change('POST /settings/webhooks', '/settings/webhooks', {
      name: 'siem',
      url: 'http://127.0.0.1:1/',
      events: ['*'],
    });
    await change('PATCH /settings/webhooks/:id', `/settings/webhooks/${hook.id}`, { name: 'SIEM' });
    await change('POST /settings/webhooks/:id/rotate', `/settings/webhooks/${hook.id}/rotate`);
    const { body: sent } = await change('POST /settings/webhooks/:id/test', `/settings/webhooks/${hook.id}/test`);
    await change('POST /settings/webhooks/:id/deliveries/:delivery/replay', `/settings/webhooks/${hook.id}/deliveries/${sent.id}/replay`);
    await change('DELETE /settings/webhooks/:id', `/settings/webhooks/${hook.id}`);
    const calls = { name: 'Failed calls', filters: { outcome: 'failed' }, format: 'csv', every: 'day', url: 'http://127.0.0.1:1/' };
    const { body: schedule } = await change('POST /settings/exports', '/settings/exports', { ...calls, authorization: CANARY });
    await change('PATCH /settings/exports/:id', `/settings/exports/${schedule.id}`, { enabled: false });
    await change('DELETE /settings/exports/:id', `/settings/exports/${schedule.id}`);
    const views = '/workspaces/acme/call-views';
    const { body: view } = await change('POST /workspaces/:slug/call-views', views, { name: 'Failed', filters: { outcome: 'failed' } });
    await change('PATCH /workspaces/:slug/call-views/:id', `${views}/${view.id}`, { name: 'Broken' });
    await change('DELETE /workspaces/:slug/call-views/:id', `${views}/${view.id}`);
    await change('DELETE /workspaces/:slug/servers/:server', '/workspaces/acme/servers/fake');
    await change('DELETE /servers/:server/credentials', '/servers/fake/credentials');
    await change('DELETE /servers/:server', '/servers/fake');
    await change('DELETE /workspaces/:slug', '/workspaces/acme');
    const { body } = await operator.get('/ledger?event=workspaces.deleted');
    const removed = body.data[0].changes.map(({ kind, change: what }: { kind: string; change: string }) => `${kind} ${what}`);
    expect(removed).toEqual(expect.arrayContaining(['workspace removed', 'member removed', 'token removed', 'exposure removed']));
  });

  it('is walked here: no route that changes something is left out', () => {
    const changing = registeredRoutes(product.app.get(ModulesContainer))
      .filter(({ method, access }) => !['GET', 'HEAD', 'OPTIONS', 'ALL'].includes(method) && access?.kind !== 'gateway-token')
      .map(({ method, path }) => `${method} ${path}`);
    expect(changing.length).toBeGreaterThan(80);
    expect(changing.filter((route) => !walked.has(route) && !(route in WITHOUT_FACT))).toEqual([]);
    expect(Object.keys(WITHOUT_FACT).filter((route) => !changing.includes(route) || walked.has(route))).toEqual([]);
  });

  it('is told by the table that holds it: none is left out', async () => {
    const tables: { name: string }[] = await product.database.owner.query(
      `SELECT relname AS name FROM pg_class c WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
         AND NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = c.oid AND tgname = relname || '_note_change')`,
    );
    expect(tables.map(({ name }) => name).sort()).toEqual(Object.values(UNRECORDED).flat().sort());
  });

  it('leaves no secret in the ledger, and a chain that holds', async () => {
    const rows = await product.database.owner.query('SELECT * FROM ledger');
    const text = JSON.stringify(rows.map(({ hash: _hash, ...row }: Record<string, unknown>) => row));
    for (const secret of [CANARY, PASSWORD, OPERATOR.password, 'mng_', 'mna_', '$argon2', '\\\\x'])
      expect([secret, text.includes(secret)]).toEqual([secret, false]);
    expect(text).not.toMatch(/"(sealed|hash|password_hash|url)":"(?!\(set)/);
    const today = new Date().toISOString().slice(0, 10);
    const { body } = await operator.post('/audit/verifications', { from: today, to: today });
    expect(body.chains.find(({ chain }: { chain: string }) => chain === 'ledger')).toMatchObject({ fault: null, rows: rows.length });
  });
});
