import { exposureRoute, GatewayHarness, legacy, modern, tableOf, workspaceRoute, type ScriptedServer } from '../testing/index.js';

const CALLS = 200;
const FORM = { message: 'Who?', requestedSchema: { type: 'object', properties: {} } };
const answerOf = (who: string) => ({ action: 'accept', content: { who } });

/** Asks who calls and answers with what it heard and what it was sent, as its era does it. */
const servers: Record<string, ScriptedServer> = {
  old: {
    era: 'legacy',
    tools: [{ name: 'work' }],
    call: async (request, _signal, call) => {
      const given = await call.ask('elicitation/create', FORM);
      return JSON.stringify({
        content: [],
        sent: argumentsOf(request.params),
        heard: given.kind === 'result' && JSON.parse(given.text).content.who,
      });
    },
  },
  new: {
    era: 'modern',
    tools: [{ name: 'work' }],
    call: async (request) => {
      await Promise.resolve();
      const params = Object.fromEntries(request.params);
      const sent = argumentsOf(request.params);
      if (!params['inputResponses']) {
        const inputRequests = { q: { method: 'elicitation/create', params: FORM } };
        return JSON.stringify({ resultType: 'input_required', inputRequests, requestState: sent });
      }
      const state = JSON.parse(params['requestState']!) as string;
      const heard = (JSON.parse(params['inputResponses']) as { q: { content: { who: string } } }).q.content.who;
      return JSON.stringify({ resultType: 'complete', content: [], sent, heard, state });
    },
  },
};

const argumentsOf = (params: readonly (readonly [string, string])[]): string =>
  (JSON.parse(params.find(([key]) => key === 'arguments')![1]) as { who: string }).who;

it('calls that all look alike, of two workspaces and both eras, never get what belongs to another', async () => {
  const harness = new GatewayHarness(servers);
  const exposures = [exposureRoute('old', { toolPrefix: 'old_' }), exposureRoute('new', { toolPrefix: 'new_', position: 1 })];
  harness.gateway.swap(tableOf(['acme', 'beta'].map((slug) => workspaceRoute(exposures, { slug, workspaceId: `ws_${slug}` }))));
  const modernCall = async (slug: string, name: string, who: string): Promise<unknown> => {
    const principal = { workspaceId: `ws_${slug}`, tokenId: `tok_${who.slice(-1)}` };
    const ask = (more: object) =>
      harness.send({
        ...modern('tools/call', { name, arguments: { who }, ...more }, 1, { capabilities: { elicitation: {} } }),
        slug,
        principal,
      });
    const { result } = (await ask({})).json;
    const [key] = Object.keys(result.inputRequests);
    return (await ask({ requestState: result.requestState, inputResponses: { [key!]: answerOf(who) } })).json.result;
  };
  const legacyCall = async (slug: string, name: string, who: string): Promise<unknown> => {
    const sent = { slug, principal: { workspaceId: `ws_${slug}` } };
    const opening = await harness.send({
      ...sent,
      body: legacy('initialize', {
        protocolVersion: '2025-11-25',
        capabilities: { elicitation: {} },
        clientInfo: { name: 't', version: '1' },
      }),
    });
    const headers = { accept: 'application/json, text/event-stream', 'mcp-session-id': opening.headers['mcp-session-id']! };
    const { stream } = await harness.send({ ...sent, headers, body: legacy('tools/call', { name, arguments: { who } }) });
    const { id } = await stream.method('elicitation/create');
    await harness.send({ ...sent, headers, body: { jsonrpc: '2.0', id, result: answerOf(who) } });
    return (await stream.last()).result;
  };
  const callers = Array.from({ length: CALLS }, (_, n) => {
    const caller = n % 2 === 0 ? modernCall : legacyCall;
    return caller(n % 3 === 0 ? 'acme' : 'beta', n % 5 < 3 ? 'old_work' : 'new_work', `caller-${n}`);
  });
  let isDone = false;
  const all = Promise.all(callers).finally(() => (isDone = true));
  while (!isDone) {
    harness.clock.advance(5);
    for (let turn = 0; turn < 50; turn++) await Promise.resolve();
  }
  for (const [n, result] of (await all).entries()) expect(result).toMatchObject({ sent: `caller-${n}`, heard: `caller-${n}` });
});
