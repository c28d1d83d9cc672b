import type { ClientAnswer } from './ports/upstream-connector.js';
import { exposureRoute, GatewayHarness, legacy, modern, TAKES_STREAMS, workspaceRoute, type Received, type Sent } from './testing/index.js';

const PER_TOKEN = 40;

interface Caller {
  readonly sent: Sent;
  /** What only this caller may ever be told. */
  readonly secret: string;
  readonly breaksAfterQuestion: boolean;
}

const settled = (answer: ClientAnswer): string => (answer.kind === 'result' ? answer.text : `error ${answer.code}`);

/** Answers what its caller sent, after saying and asking things that only this caller may hear of. */
function harnessOfTwoWorkspaces(): GatewayHarness {
  const workspaces = ['acme', 'other'].map((slug) => workspaceRoute([exposureRoute('demo')], { slug, workspaceId: `ws_${slug}` }));
  return new GatewayHarness(
    {
      demo: {
        tools: [{ name: 'work' }],
        call: async (request, _signal, said) => {
          const { secret } = JSON.parse(request.params.find(([key]) => key === 'arguments')![1]) as { secret: string };
          said.notify('notifications/progress', { progressToken: 'x', progress: 1, message: secret });
          const answer = await said.ask('elicitation/create', { message: secret, requestedSchema: { type: 'object', properties: {} } });
          said.notify('notifications/message', { level: 'info', data: secret });
          return JSON.stringify({ content: [{ type: 'text', text: `${secret} heard ${settled(answer)}` }] });
        },
      },
    },
    workspaces,
  );
}

async function callers(harness: GatewayHarness): Promise<Caller[]> {
  const made: Caller[] = [];
  for (const slug of ['acme', 'other']) {
    for (const tokenId of ['tok_1', 'tok_2']) {
      const principal = { tokenId, workspaceId: `ws_${slug}` };
      for (let number = 0; number < PER_TOKEN; number++) {
        const secret = `${slug}/${tokenId}/${number}`;
        const params = { name: 'work', arguments: { secret }, _meta: { progressToken: 'same' } };
        const isLegacy = number % 4 !== 3;
        const headers = isLegacy ? await sessionOf(harness, slug, principal, number) : undefined;
        // All of them use the same few ids.
        const body = legacy('tools/call', params, number % 2);
        const sent: Sent = headers ? { body, headers } : modern('tools/call', params, 1, { headers: TAKES_STREAMS });
        made.push({ sent: { ...sent, slug, principal }, secret, breaksAfterQuestion: number % 3 === 0 });
      }
    }
  }
  return made;
}

async function sessionOf(harness: GatewayHarness, slug: string, principal: object, number: number): Promise<Record<string, string>> {
  const params = { protocolVersion: '2025-11-25', capabilities: { elicitation: {} }, clientInfo: { name: 'c', version: '1' } };
  const { headers } = await harness.send({ body: legacy('initialize', params, number), slug, principal });
  return { ...TAKES_STREAMS, 'mcp-session-id': headers['mcp-session-id']!, 'mcp-protocol-version': '2025-11-25' };
}

/** Plays one caller to the end. @returns every text that reached it. */
async function play(harness: GatewayHarness, { sent, secret, breaksAfterQuestion }: Caller): Promise<string> {
  const first = await harness.send(sent);
  let { stream } = first;
  let heard = '';
  if (sent.headers?.['mcp-session-id'] !== undefined) {
    const question = await stream.method('elicitation/create');
    if (breaksAfterQuestion) {
      heard += JSON.stringify(stream.messages);
      stream.drop();
      const resume = { ...sent, body: undefined, method: 'GET', headers: { ...sent.headers, 'last-event-id': stream.events.at(-1)!.id! } };
      stream = (await harness.send(resume)).stream;
    }
    await harness.send({ ...sent, body: { jsonrpc: '2.0', id: question.id, result: { action: 'accept', content: { secret } } } });
  }
  const last = await stream.last();
  expect(last.id).toBe((sent.body as { id: number }).id);
  expect(last.result.content[0].text).toContain(`${secret} heard`);
  return heard + JSON.stringify(stream.messages);
}

it('whatever happens at once, under whatever ids, nobody hears anything of anybody else', async () => {
  const harness = harnessOfTwoWorkspaces();
  const all = await callers(harness);
  const heard = await Promise.all(all.map((caller) => play(harness, caller)));
  const secrets = /(acme|other)\/tok_\d\/\d+/g;
  for (const [at, text] of heard.entries()) expect([...new Set(text.match(secrets))]).toEqual([all[at]!.secret]);
  expect(harness.connector.sent).toHaveLength(all.length);
});

it('a session id, an event id and a question of one principal are nothing to another', async () => {
  const harness = harnessOfTwoWorkspaces();
  const [victim] = await callers(harness);
  const { stream } = await harness.send(victim!.sent);
  const question = await stream.method('elicitation/create');
  const thief = { slug: 'acme', principal: { tokenId: 'tok_2', workspaceId: 'ws_acme' } };
  const headers = { ...victim!.sent.headers, 'last-event-id': stream.events.at(-1)!.id! };
  const tries: Promise<Received>[] = [
    harness.send({ ...thief, method: 'GET', headers }),
    harness.send({ ...thief, method: 'DELETE', headers }),
    harness.send({ ...thief, headers, body: { jsonrpc: '2.0', id: question.id, result: { action: 'accept' } } }),
    harness.send({ ...thief, headers, body: { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 0 } } }),
    harness.send({ ...thief, headers, body: legacy('ping') }),
  ];
  for (const answer of await Promise.all(tries)) expect(answer.status).toBe(404);
  expect([stream.ended, stream.messages.length]).toEqual([false, 2]);
});
