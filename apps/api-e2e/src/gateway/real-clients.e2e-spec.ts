import type { Call } from '@mcpnest/api-client';
import { startEverythingServer, startSdkServer, type RunningProcess, type SdkServer } from '@mcpnest/testkit';
import { callsOnceVisible, givenInstallation, givenRoute, givenToken, type Installation, type Route } from '../harness/given.js';
import { INSTALLED_WITHIN_MS, installInspector, runsInspector } from '../harness/inspector.js';
import {
  curl,
  inspectorCli,
  mcpRemote,
  sdk1,
  sdk2Auto,
  sdk2Legacy,
  type ConnectRealClient,
  type RealClient,
} from '../harness/real-clients.js';

const CLIENTS: readonly (readonly [string, ConnectRealClient])[] = [
  ['@modelcontextprotocol/sdk 1.x', sdk1],
  ['@modelcontextprotocol/client 2.x in auto', sdk2Auto],
  ['@modelcontextprotocol/client 2.x in legacy', sdk2Legacy],
  ['mcp-remote', mcpRemote],
  ['@modelcontextprotocol/inspector --cli', inspectorCli],
  ['curl', curl],
];

describe('clients of the outside world use servers of the outside world through one URL', () => {
  let installation: Installation;
  let everything: RunningProcess;
  let greeter: SdkServer;
  let oldGreeter: SdkServer;
  let route: Route;

  beforeAll(async () => {
    [everything, greeter, oldGreeter, installation] = await Promise.all([
      startEverythingServer(),
      startSdkServer({ version: 2 }),
      startSdkServer({ version: 1 }),
      givenInstallation(),
    ]);
    route = await givenRoute(installation.operator, [
      { url: everything.url, wish: { slug: 'everything' } },
      { url: greeter.url, wish: { slug: 'greeter' } },
      { url: oldGreeter.url, wish: { slug: 'old-greeter' }, exposure: { toolPrefix: 'old_' } },
      { url: 'builtin', wish: { slug: 'demo' }, exposure: { toolPrefix: 'demo_' } },
    ]);
  }, 90_000);

  afterAll(async () => {
    await Promise.all([everything?.close(), greeter?.close(), oldGreeter?.close(), installation?.server.remove()]);
  }, 60_000);

  describe.each(CLIENTS)('%s', (name, connect) => {
    const isInspector = connect === inspectorCli;
    if (isInspector && !runsInspector) {
      const reason = 'NOT TRIED: the Inspector needs Node 22.19, and for this platform no package brings one';
      process.stderr.write(`\n${name}: ${reason}\n`);
      it.skip(reason, () => undefined);
      return;
    }
    if (isInspector) beforeAll(installInspector, INSTALLED_WITHIN_MS);
    let client: RealClient;
    let tokenId: string;

    beforeAll(async () => {
      const token = await givenToken(installation.operator, route.workspace.slug);
      tokenId = token.id;
      client = await connect(route.workspace.gatewayUrl, token.token);
    }, 30_000);

    afterAll(() => client?.close());

    it('lists the tools of every server, in the order of the exposures', async () => {
      const names = await client.toolNames();
      expect(names).toEqual(expect.arrayContaining(['echo', 'get-sum', 'greet', 'old_greet', 'demo_echo', 'demo_add']));
      expect(names.indexOf('get-sum')).toBeLessThan(names.indexOf('greet'));
      expect(names.indexOf('greet')).toBeLessThan(names.indexOf('old_greet'));
      expect(names.indexOf('old_greet')).toBeLessThan(names.indexOf('demo_add'));
      expect(new Set(names).size).toBe(names.length);
    }, 60_000);

    it('calls a tool of each, and the calls stand in the audit log, with who and what', async () => {
      expect(await client.call('get-sum', { a: 2, b: 40 })).toContain('42');
      expect(await client.call('greet', { who: 'Ada' })).toBe('Hello, Ada!');
      expect(await client.call('old_greet', { who: 'Bo' })).toBe('Hello, Bo!');
      expect(await client.call('demo_add', { a: 1.5, b: 2 })).toBe('3.5');
      const calls = await callsOnceVisible(
        installation.operator,
        route.workspace.slug,
        (found) => expect(found).toHaveLength(4),
        `?token=${tokenId}`,
      );
      expect(calls.map(essence)).toEqual([
        { serverSlug: 'demo', serverVersion: 1, toolName: 'add', publishedName: 'demo_add', status: 200, outcome: 'success', tokenId },
        {
          serverSlug: 'old-greeter',
          serverVersion: 1,
          toolName: 'greet',
          publishedName: 'old_greet',
          status: 200,
          outcome: 'success',
          tokenId,
        },
        { serverSlug: 'greeter', serverVersion: 1, toolName: 'greet', publishedName: 'greet', status: 200, outcome: 'success', tokenId },
        {
          serverSlug: 'everything',
          serverVersion: 1,
          toolName: 'get-sum',
          publishedName: 'get-sum',
          status: 200,
          outcome: 'success',
          tokenId,
        },
      ]);
      for (const { clientName, latencyMs, requestBytes, responseBytes } of calls) {
        if (client.clientName) expect(clientName).toMatch(client.clientName);
        else expect(clientName).toBeNull();
        expect(latencyMs).toBeGreaterThanOrEqual(0);
        expect(requestBytes).toBeGreaterThan(50);
        expect(responseBytes).toBeGreaterThan(30);
      }
    }, 60_000);
  });
});

const essence = ({ serverSlug, serverVersion, toolName, publishedName, status, outcome, tokenId }: Call): Partial<Call> => ({
  serverSlug,
  serverVersion,
  toolName,
  publishedName,
  status,
  outcome,
  tokenId,
});
