import { newSecretToken } from '@mcpnest/shared/ids';
import { quietLog } from '../quiet-log.js';
import { FOREIGN, MARK, NOWHERE, OWN, TenancyBench, type Answer } from './tenancy-bench.js';

jest.setTimeout(120_000);

const MODERN = '2026-07-28';
const UNKNOWN = 'zzunknow';
const ENVELOPE = {
  'io.modelcontextprotocol/protocolVersion': MODERN,
  'io.modelcontextprotocol/clientCapabilities': {},
  'io.modelcontextprotocol/clientInfo': { name: 'tenancy', version: '1' },
};

type Method = readonly [method: string, era: 'legacy' | 'modern', params: (place: string) => object];

/** Methods of both eras, with what each acts on in one workspace: `place` stands in names and addresses. */
const IN_BOTH: readonly [method: string, params: Method[2]][] = [
  ['tools/list', () => ({})],
  ['tools/call', (place) => ({ name: `${place}_echo`, arguments: { message: 'x' } })],
  ['prompts/list', () => ({})],
  ['prompts/get', (place) => ({ name: `${place}_write_greeting`, arguments: { name: 'x' } })],
  ['resources/list', () => ({})],
  ['resources/templates/list', () => ({})],
  ['resources/read', (place) => ({ uri: `via-demo-${place}+demo://guide` })],
  [
    'completion/complete',
    (place) => ({ ref: { type: 'ref/prompt', name: `${place}_write_greeting` }, argument: { name: 'language', value: '' } }),
  ],
];
const METHODS: readonly Method[] = IN_BOTH.flatMap(([method, params]): Method[] => [
  [method, 'legacy', params],
  [method, 'modern', params],
]);
const OF_ONE_ERA: readonly Method[] = [
  ['initialize', 'legacy', () => ({ protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'tenancy', version: '1' } })],
  ['ping', 'legacy', () => ({})],
  ['logging/setLevel', 'legacy', () => ({ level: 'info' })],
  ['resources/subscribe', 'legacy', (place) => ({ uri: `via-demo-${place}+demo://guide` })],
  ['resources/unsubscribe', 'legacy', (place) => ({ uri: `via-demo-${place}+demo://guide` })],
  ['server/discover', 'modern', () => ({})],
  ['subscriptions/listen', 'modern', () => ({ notifications: { toolsListChanged: true } })],
  ['nothing/known', 'modern', () => ({})],
];
const ALL = [...METHODS, ...OF_ONE_ERA];

/** Every way to a workspace's endpoint with a token that is not of it. */
describe('tenancy, over all methods of the endpoint', () => {
  let bench: TenancyBench;
  let unknownToken: string;
  beforeAll(async () => {
    quietLog();
    bench = await TenancyBench.open();
    unknownToken = newSecretToken('mng_');
  });
  afterAll(() => bench?.close());

  function send(slug: string, token: string, [method, era, params]: (typeof ALL)[number], place = OWN): Promise<Answer> {
    const given = params(place) as { name?: string; uri?: string };
    const named = given.name ?? given.uri;
    const modern = era === 'modern';
    return bench.send('POST', `/api/gw/${slug}`, {
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        ...(modern && { 'mcp-protocol-version': MODERN, 'mcp-method': method, ...(named !== undefined && { 'mcp-name': named }) }),
      },
      body: { jsonrpc: '2.0', id: 7, method, params: { ...given, ...(modern && { _meta: ENVELOPE }) } },
    });
  }

  it.each(ALL)('%s (%s): an unknown token, a foreign token and an unknown address are one answer', async (...method) => {
    const own = bench.tokenOf(OWN);
    const [foreignToken, unknown, nowhere, both] = await Promise.all([
      send(OWN, bench.tokenOf(FOREIGN), method),
      send(OWN, unknownToken, method),
      send(NOWHERE, own, method),
      send(NOWHERE, unknownToken, method),
    ]);
    expect([foreignToken.status, foreignToken.code]).toEqual([401, 'auth.token-not-valid-here']);
    expect([unknown.bytes, nowhere.bytes, both.bytes]).toEqual([foreignToken.bytes, foreignToken.bytes, foreignToken.bytes]);
  });

  it.each(['GET', 'DELETE', 'PUT', 'OPTIONS'])('HTTP %s: so they are, with and without a session', async (verb) => {
    for (const headers of [{}, { 'mcp-session-id': '0123456789abcdef0123456789abcdef' }] as Record<string, string>[]) {
      const as = (slug: string, token: string) =>
        bench.send(verb, `/api/gw/${slug}`, { headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream', ...headers } });
      const foreignToken = await as(OWN, bench.tokenOf(FOREIGN));
      expect(foreignToken.status).toBe(401);
      expect((await as(OWN, unknownToken)).bytes).toBe(foreignToken.bytes);
      expect((await as(NOWHERE, bench.tokenOf(OWN))).bytes).toBe(foreignToken.bytes);
    }
  });

  it.each(ALL.filter(([, , params]) => JSON.stringify(params(OWN)) !== JSON.stringify(params(MARK))))(
    '%s (%s): what another workspace publishes is as unknown as what nobody does',
    async (...method) => {
      const own = bench.tokenOf(OWN);
      const foreign = await send(OWN, own, method, MARK);
      const unknown = await send(OWN, own, method, UNKNOWN);
      expect(foreign.bytes.replaceAll(MARK, UNKNOWN)).toBe(unknown.bytes);
    },
  );

  it.each(METHODS.filter(([name]) => name.endsWith('/list')))('%s (%s): lists nothing of another workspace', async (...method) => {
    const listed = await send(OWN, bench.tokenOf(OWN), method);
    expect(listed.status).toBe(200);
    expect(listed.text).not.toContain(MARK);
    expect((await send(FOREIGN, bench.tokenOf(FOREIGN), method)).text).not.toBe(listed.text);
  });

  it('a session of another token is as unknown as one that never was', async () => {
    const initialize = OF_ONE_ERA[0]!;
    const given = initialize[2](OWN);
    const opened = await bench.send('POST', `/api/gw/${FOREIGN}`, {
      headers: {
        authorization: `Bearer ${bench.tokenOf(FOREIGN)}`,
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
      },
      body: { jsonrpc: '2.0', id: 1, method: 'initialize', params: given },
    });
    const session = opened.headers.get('mcp-session-id') ?? '';
    expect(session).not.toBe('');
    const never = session.replace(/./g, (character) => (character === 'a' ? 'b' : 'a'));
    for (const verb of ['POST', 'GET', 'DELETE']) {
      const as = (id: string) =>
        bench.send(verb, `/api/gw/${OWN}`, {
          headers: {
            authorization: `Bearer ${bench.tokenOf(OWN)}`,
            'mcp-session-id': id,
            'mcp-protocol-version': '2025-11-25',
            accept: 'application/json, text/event-stream',
            'content-type': 'application/json',
          },
          ...(verb === 'POST' && { body: { jsonrpc: '2.0', id: 2, method: 'tools/list' } }),
        });
      const foreign = await as(session);
      expect([verb, foreign.status]).toEqual([verb, 404]);
      expect(foreign.bytes).toBe((await as(never)).bytes);
    }
  });
});
