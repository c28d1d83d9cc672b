import { misbehaviours, startFakeUpstream } from '@mcpnest/testkit';
import { createUpstreamConnector, type McpUpstreamConnector } from '../connector.js';
import { EgressPolicy } from '../net/egress-policy.js';
import { loopbackConnector, quiet, targetFor } from '../testing/upstream-fixtures.js';
import type { ProbeResult } from './probe.js';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of closing.splice(0)) await each.close();
});
const open = (connector: McpUpstreamConnector = loopbackConnector()): McpUpstreamConnector => {
  closing.push(connector);
  return connector;
};
const outline = ({ stages }: ProbeResult): string[] => stages.map(({ name, ok, reason }) => `${name} ${ok ? 'ok' : reason}`);

test.each(['modern', 'legacy', 'sse'] as const)('finds everything out about a %s server and lets go of it', async (era) => {
  const fake = await startFakeUpstream({ era, sessions: true, prompts: [{ name: 'p' }], resources: [{ uri: 'test://1', name: 'r' }] });
  closing.push(fake);
  const result = await open().probe(targetFor(fake.url), quiet());
  expect(outline(result)).toEqual(['address ok', 'connect ok', 'handshake ok', 'tools ok']);
  expect(result).toMatchObject({
    ok: true,
    era: era === 'modern' ? 'modern' : 'legacy',
    counts: { prompts: 1, resources: 1, templates: 0 },
    protocolVersion: era === 'modern' ? '2026-07-28' : '2025-11-25',
    serverInfo: { name: 'fake-upstream', version: '1.2.3' },
  });
  expect(result.tools?.map(({ key }) => key)).toEqual(['echo', 'Second.Tool']);
  expect(result.stages.every(({ ms }) => Number.isInteger(ms) && ms >= 0)).toBe(true);
});

test('names the stage that failed and stops there', async () => {
  const fake = await startFakeUpstream({ era: 'modern' });
  closing.push(fake);
  const connector = open();
  expect(
    outline(await open(createUpstreamConnector({ policy: () => EgressPolicy.publicOnly })).probe(targetFor(fake.url), quiet())),
  ).toEqual(['address gateway.upstream-denied']);
  expect(outline(await connector.probe(targetFor('https://no-such-host.invalid/'), quiet()))).toEqual([
    'address gateway.upstream-unreachable',
  ]);
  expect(outline(await connector.probe(targetFor('not a url'), quiet()))).toEqual(['address gateway.upstream-unreachable']);
  expect(outline(await connector.probe(targetFor('http://127.0.0.1:1/'), quiet()))).toEqual([
    'address ok',
    'connect gateway.upstream-unreachable',
  ]);
  fake.misbehave('tools/list', misbehaviours.status(500));
  expect(outline(await connector.probe(targetFor(fake.url), quiet()))).toEqual([
    'address ok',
    'connect ok',
    'handshake ok',
    'tools gateway.upstream-broken',
  ]);
  fake.misbehave('server/discover', misbehaviours.status(401));
  const refused = await connector.probe(targetFor(fake.url, { headers: { 'x-api-key': 'hush-hush' } }), quiet());
  expect(outline(refused)).toEqual(['address ok', 'connect ok', 'handshake gateway.upstream-login-needed']);
  expect(JSON.stringify(refused)).not.toMatch(/hush-hush|127\.0\.0\.1/);
  expect(outline(await connector.probe(targetFor(fake.url, { missingCredentials: ['x-api-key'] }), quiet()))).toEqual([
    'address gateway.credential-missing',
  ]);
});

test('stops when its caller leaves', async () => {
  const fake = await startFakeUpstream({});
  closing.push(fake);
  fake.misbehave('server/discover', misbehaviours.hang());
  const stop = new AbortController();
  const probe = open().probe(targetFor(fake.url), stop.signal);
  await fake.arrival('server/discover');
  stop.abort(new Error('left'));
  await expect(probe).rejects.toThrow('left');
});

test('tells the tools of the demo server without any network', async () => {
  const result = await open().probe({ ...targetFor('https://unused.test'), transport: { type: 'builtin', name: 'demo' } }, quiet());
  expect(outline(result)).toEqual(['address ok', 'connect ok', 'handshake ok', 'tools ok']);
  expect(result.tools).toHaveLength(10);
  expect(result.counts).toEqual({ prompts: 2, resources: 3, templates: 1 });
});
