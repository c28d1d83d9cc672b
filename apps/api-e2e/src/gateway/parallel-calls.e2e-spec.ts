import { Agent, request } from 'node:http';
import { startFakeUpstream, type FakeUpstream } from '@mcpnest/testkit';
import {
  freshSlug,
  givenExposure,
  givenInstallation,
  givenServer,
  givenToken,
  givenWorkspace,
  type Installation,
} from '../harness/given.js';

const CALLS = 20_000;
/** Under way at once: as many as one server is given. */
const LANES = 128;

/** The answer of a plain body, or the last message of an event stream. */
const lastMessage = (text: string): string =>
  text.startsWith('{')
    ? text
    : (text
        .trimEnd()
        .split('\n')
        .findLast((line) => line.startsWith('data: '))
        ?.slice(6) ?? '');

interface Caller {
  readonly url: string;
  readonly token: string;
}

describe('twenty thousand calls side by side, all with the same request id, from two workspaces to one server', () => {
  let installation: Installation;
  let upstream: FakeUpstream;
  const agent = new Agent({ keepAlive: true, maxSockets: LANES });

  beforeAll(async () => {
    installation = await givenInstallation();
  }, 90_000);

  afterAll(async () => {
    agent.destroy();
    await upstream?.close();
    await installation?.server.remove();
  }, 60_000);

  const callerOf = async (server: string): Promise<Caller> => {
    const { slug } = await givenWorkspace(installation.operator);
    await installation.operator.patch(`/workspaces/${slug}`, { limits: { ratePerSecond: 100_000, burst: 100_000, concurrency: 10_000 } });
    await givenExposure(installation.operator, slug, server);
    return { url: `${installation.server.url}/api/gw/${slug}`, token: (await givenToken(installation.operator, slug)).token };
  };

  const call = ({ url, token }: Caller, args: object): Promise<string> =>
    new Promise((resolve, reject) => {
      const headers = {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
      };
      const sent = request(url, { method: 'POST', agent, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.once('end', () => resolve(text)).once('error', reject);
      });
      sent
        .once('error', reject)
        .end(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'back', arguments: args } }));
    });

  it.each([
    ['legacy', 'sse'],
    ['legacy', 'json'],
    ['modern', 'sse'],
    ['modern', 'json'],
  ] as const)(
    'never give an answer to another caller (%s server, %s answers)',
    async (era, answer) => {
      upstream = await startFakeUpstream({
        era,
        answer,
        sessions: era === 'legacy',
        tools: [{ name: 'back', inputSchema: { type: 'object' } }],
      });
      const { slug } = await givenServer(installation.operator, upstream.url, { slug: freshSlug('shared') });
      const callers = [await callerOf(slug), await callerOf(slug)] as const;
      let next = 0;
      const wrong: string[] = [];
      const lane = async (): Promise<void> => {
        while (next < CALLS / 4) {
          const n = next++;
          const args = { caller: n % 2, n };
          const text = await call(callers[n % 2 ? 1 : 0], args);
          const { id, result } = JSON.parse(lastMessage(text)) as { id: unknown; result?: { content: { text: string }[] } };
          if (id !== 1 || result?.content[0]?.text !== JSON.stringify(args)) wrong.push(`${n}: ${text.slice(0, 200)}`);
        }
      };
      await Promise.all(Array.from({ length: LANES }, lane));
      expect(wrong).toEqual([]);
      await upstream.close();
    },
    120_000,
  );
});
