import { GatewayHarness, legacy, modern, type ScriptedServer } from '../testing/index.js';

const REFUSED = '{"jsonrpc":"2.0","id":1,"error":{"code":-32020,"message":"headers differ"}}';
const DONE = '{"jsonrpc":"2.0","id":1,"result":{"resultType":"complete","content":[]}}';
const tool = (header: string) => ({
  name: 'work',
  inputSchema: { type: 'object', properties: { region: { type: 'string', 'x-mcp-header': header } } },
});

/** A server that renamed the header of its tool after the gateway had listed it. */
const renaming = (later: string): GatewayHarness => {
  const server: ScriptedServer = { era: 'modern', tools: [tool('Region')] };
  server.reply = (request) => {
    server.tools = [tool(later)];
    return request.paramHeaders?.[`Mcp-Param-${later}`] === 'eu' && later !== 'Region' ? DONE : REFUSED;
  };
  return new GatewayHarness({ one: server });
};
const CALL = { name: 'work', arguments: { region: 'eu' } };

describe('a modern server that finds the headers of a call wrong', () => {
  it.each([
    ['a legacy client', { body: legacy('tools/call', CALL) }],
    ['a modern client', modern('tools/call', CALL, 1, { headers: { 'mcp-param-region': 'eu' } })],
    [
      'a modern client that can be asked',
      modern('tools/call', CALL, 1, { headers: { 'mcp-param-region': 'eu' }, capabilities: { elicitation: {} } }),
    ],
  ])('is sent the call of %s once more, with the headers it asks for now', async (_whose, call) => {
    const harness = renaming('Zone');
    await harness.send({ body: legacy('tools/list') });
    const { json } = await harness.send(call);
    expect(json.result.content).toEqual([]);
    expect(harness.connector.sent.map(({ request }) => request.paramHeaders)).toEqual([
      { 'Mcp-Param-Region': 'eu' },
      { 'Mcp-Param-Zone': 'eu' },
    ]);
  });

  it('is not asked again where its definition asks for the same headers as before', async () => {
    const harness = renaming('Region');
    await harness.send({ body: legacy('tools/list') });
    const { json } = await harness.send({ body: legacy('tools/call', CALL) });
    expect(json.error.code).toBe(-32603);
    expect(harness.connector.sent).toHaveLength(1);
  });
});
