import { startFakeUpstream, type FakeUpstream, type FakeUpstreamOptions } from '@mcpnest/testkit';
import type { McpUpstreamConnector } from './connector.js';
import { describeConnectorContract, type ContractSubject } from './testing/connector.contract.js';
import { loopbackConnector, targetFor } from './testing/upstream-fixtures.js';

const opened: (McpUpstreamConnector | FakeUpstream)[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

const OFFERS: FakeUpstreamOptions = {
  tools: [{ name: 'echo', inputSchema: { type: 'object' } }],
  prompts: [{ name: 'greet' }],
  resources: [{ uri: 'test://one', name: 'one' }],
  templates: [{ uriTemplate: 'test://many/{id}', name: 'many' }],
};

const overHttp = (options: FakeUpstreamOptions) => async (): Promise<ContractSubject> => {
  const fake = await startFakeUpstream({ ...OFFERS, ...options });
  const connector = loopbackConnector();
  opened.push(connector, fake);
  fake.script('slow', (call) => call.cancelled);
  fake.script('step', (call) => {
    call.progress(1, 2);
    return { content: [] };
  });
  return {
    connector,
    target: targetFor(fake.url, options.era === 'sse' ? { transport: { type: 'sse', url: fake.url } } : {}),
    tool: 'echo',
    input: { hello: 'wörld' },
    expected: 'wörld',
    slow: { tool: 'slow', input: {} },
    progressing: { tool: 'step', input: {} },
    listed: { tools: 'echo', prompts: 'greet', resources: 'test://one', templates: 'test://many/{id}' },
    uri: 'test://one',
    change: () => {
      fake.tell('notifications/tools/list_changed');
      fake.tell('notifications/resources/updated', { uri: 'test://one' });
    },
  };
};

describeConnectorContract('modern, JSON', overHttp({ era: 'modern' }));
describeConnectorContract('modern, event stream', overHttp({ era: 'modern', answer: 'sse' }));
describeConnectorContract('legacy with sessions, event stream', overHttp({ era: 'legacy', sessions: true, answer: 'sse' }));
describeConnectorContract('legacy with sessions and event ids', overHttp({ era: 'legacy', sessions: true, eventIds: true }));
describeConnectorContract('legacy without sessions, JSON', overHttp({ era: 'legacy', getStreams: true }));
describeConnectorContract('HTTP+SSE', overHttp({ era: 'sse' }));
describeConnectorContract('built-in demo', async () => {
  const connector = loopbackConnector();
  opened.push(connector);
  return {
    connector,
    target: { ...targetFor('https://unused.test'), transport: { type: 'builtin', name: 'demo' } },
    tool: 'echo',
    input: { message: 'wörld' },
    expected: 'wörld',
    slow: { tool: 'slow_count', input: { to: 20 } },
    progressing: { tool: 'slow_count', input: { to: 1 } },
    listed: { tools: 'echo', prompts: 'write_greeting', resources: 'demo://guide', templates: 'demo://greetings/{language}' },
    uri: 'demo://guide',
  };
});
