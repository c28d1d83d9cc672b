import { GatewayClient } from '../harness/gateway-client.js';
import { givenExposure, givenInstallation, givenMember, givenToken, givenWorkspace, type Installation } from '../harness/given.js';

const START_MS = 120_000;
const VALUES = { company: 'of-the-company', one: 'of-one-person', two: 'of-another-person' };

/** A local server in a few lines: it says which process it is, how long its secret is, and how often it was called. */
const PROGRAM = `
  const instance = require('node:crypto').randomUUID();
  let calls = 0;
  const told = () => JSON.stringify({ instance, secretLength: process.env.API_TOKEN.length, calls: ++calls });
  const answers = {
    initialize: () => ({ protocolVersion: '2025-11-25', capabilities: { tools: {} }, serverInfo: { name: 'local', version: '1' } }),
    'tools/list': () => ({ tools: [{ name: 'who', inputSchema: { type: 'object' } }] }),
    'tools/call': () => ({ content: [{ type: 'text', text: told() }] }),
  };
  require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
    const { id, method } = JSON.parse(line);
    if (id === undefined) return;
    const answer = answers[method] ? { result: answers[method]() } : { error: { code: -32601, message: 'unknown' } };
    process.stdout.write(JSON.stringify({ jsonrpc: '2.0', id, ...answer }) + '\\n');
  });
`;

interface Told {
  readonly instance: string;
  readonly secretLength: number;
  readonly calls: number;
}

describe('a local server with values of people', () => {
  let installation: Installation;

  const who = async (token: string): Promise<Told> => {
    const client = new GatewayClient(`${installation.server.url}/api/gw/team`, token);
    const { json } = await client.post({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'who', arguments: {} } });
    return JSON.parse(json.result!.content![0]!.text!) as Told;
  };
  /** A token of a member who has set a value of their own. */
  const personWith = async (value: string): Promise<string> => {
    const { client } = await givenMember(installation.operator, 'team', 'developer');
    await client.send('PUT', '/workspaces/team/servers/local/my-credentials', { body: { values: { API_TOKEN: value } } });
    return (await givenToken(client, 'team')).token;
  };

  beforeAll(async () => {
    installation = await givenInstallation({ LOCAL_COMMANDS: process.execPath });
    const { operator } = installation;
    await givenWorkspace(operator, 'team');
    const transport = { type: 'stdio', command: process.execPath, args: ['-e', PROGRAM], env: [{ name: 'API_TOKEN', secret: true }] };
    await operator.post('/servers', { slug: 'local', name: 'Local', transport, credentials: { API_TOKEN: VALUES.company } });
    await givenExposure(operator, 'team', 'local');
  }, START_MS);
  afterAll(() => installation?.server.remove(), START_MS);

  it(
    'has a process for each of them, which nobody else’s call ever reaches',
    async () => {
      const shared = (await givenToken(installation.operator, 'team')).token;
      const [one, two] = [await personWith(VALUES.one), await personWith(VALUES.two)];
      const first = await Promise.all([who(shared), who(one), who(two)]);
      expect(first.map(({ secretLength }) => secretLength)).toEqual([VALUES.company, VALUES.one, VALUES.two].map(({ length }) => length));
      expect(new Set(first.map(({ instance }) => instance)).size).toBe(3);
      const again = await Promise.all([who(shared), who(one), who(two)]);
      expect(again).toEqual(first.map((told) => ({ ...told, calls: told.calls + 1 })));
    },
    START_MS,
  );
});
