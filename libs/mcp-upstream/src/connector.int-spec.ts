import { misbehaviours, startFakeUpstream, type FakeUpstream, type FakeUpstreamOptions } from '@mcpnest/testkit';
import type { McpUpstreamConnector } from './connector.js';
import { describeConnectorContract, type ContractSubject } from './testing/connector.contract.js';
import { loopbackConnector, targetFor } from './testing/upstream-fixtures.js';

const opened: (McpUpstreamConnector | FakeUpstream)[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

const overHttp = (options: FakeUpstreamOptions) => async (): Promise<ContractSubject> => {
  const fake = await startFakeUpstream({ tools: [{ name: 'echo', inputSchema: { type: 'object' } }], ...options });
  const connector = loopbackConnector();
  opened.push(connector, fake);
  fake.misbehave('tools/call', (exchange) =>
    exchange.message.params?.['name'] === 'slow' ? misbehaviours.hang()(exchange) : exchange.behave(),
  );
  return {
    connector,
    target: targetFor(fake.url),
    tool: 'echo',
    input: { hello: 'wörld' },
    expected: 'wörld',
    slow: { tool: 'slow', input: {} },
  };
};

describeConnectorContract('modern, JSON', overHttp({ era: 'modern' }));
describeConnectorContract('modern, event stream', overHttp({ era: 'modern', answer: 'sse' }));
describeConnectorContract('legacy with sessions, event stream', overHttp({ era: 'legacy', sessions: true, answer: 'sse' }));
describeConnectorContract('legacy without sessions, JSON', overHttp({ era: 'legacy' }));
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
  };
});
