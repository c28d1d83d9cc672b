import { exposureRoute, GatewayHarness, legacy, modern, tableOf, withCanary, workspaceRoute } from './testing/index.js';
import type { ScriptedServer } from './testing/index.js';

const OLD = { name: 'add', description: 'Adds two numbers.' };
const NEW = { name: 'add', description: 'Adds any numbers.' };
const said =
  (text: string): ScriptedServer['call'] =>
  () =>
    JSON.stringify({ content: [{ type: 'text', text }] });
const CALL = legacy('tools/call', { name: 'add', arguments: {} });

/** A gateway with one server of two versions, whose canary is given to whom the spec says. */
function bench() {
  const harness = new GatewayHarness({ one: { tools: [OLD], call: said('old') }, 'one@2': { tools: [NEW], call: said('new') } }, []);
  const lay = (spec?: Parameters<typeof withCanary>[1], key = 'key_one'): void => {
    const exposure = exposureRoute('one', { target: { ...exposureRoute('one').target, key } });
    harness.gateway.swap(tableOf([workspaceRoute([spec ? withCanary(exposure, spec) : exposure])]));
  };
  const answers = async (tokenId: string, headers?: Record<string, string>): Promise<[listed: string, called: string, version: number]> => {
    const sent = { principal: { tokenId }, ...(headers && { headers }) };
    const listed = await harness.send({ ...sent, body: legacy('tools/list') });
    const called = await harness.send({ ...sent, body: CALL });
    return [listed.json.result.tools[0].description, called.json.result.content[0].text, called.calls[0]!.serverVersion!];
  };
  return { harness, lay, answers };
}

const OF_OLD = [OLD.description, 'old', 1];
const OF_NEW = [NEW.description, 'new', 2];

describe('a canary', () => {
  it('serves the chosen tokens lists and calls of the new version, and everybody else those of the pinned one', async () => {
    const { lay, answers } = bench();
    lay({ tokenIds: ['tok_a'] });
    expect(await answers('tok_a')).toEqual(OF_NEW);
    expect(await answers('tok_b')).toEqual(OF_OLD);
  });

  it('serves modern clients by their token too', async () => {
    const { harness, lay } = bench();
    lay({ tokenIds: ['tok_a'] });
    const of = async (tokenId: string): Promise<unknown> =>
      (await harness.send({ ...modern('tools/call', { name: 'add', arguments: {} }), principal: { tokenId } })).calls[0]!.serverVersion;
    expect([await of('tok_a'), await of('tok_b')]).toEqual([2, 1]);
  });

  it('serves about its share of sessions, each session always the same version, and none that had it loses it while it grows', async () => {
    const { harness, lay, answers } = bench();
    lay({ sharePercent: 30 });
    const sessions = await Promise.all(Array.from({ length: 200 }, () => harness.legacySession()));
    const served = async (): Promise<Set<number>> => {
      const versions = await Promise.all(sessions.map(async (headers) => (await answers('tok_1', headers))[2]));
      return new Set(versions.flatMap((version, index) => (version === 2 ? [index] : [])));
    };
    const first = await served();
    expect(first.size).toBeGreaterThan(30);
    expect(first.size).toBeLessThan(90);
    expect(await served()).toEqual(first);
    lay({ sharePercent: 60 });
    const more = await served();
    expect(more.size).toBeGreaterThan(first.size);
    expect([...first].every((index) => more.has(index))).toBe(true);
    lay({ sharePercent: 100 });
    expect((await served()).size).toBe(200);
  });

  it('is as sticky for the tokens of requests without a session, on any process', async () => {
    const [one, other] = [bench(), bench()];
    for (const { lay } of [one, other]) lay({ sharePercent: 50 });
    const tokens = Array.from({ length: 100 }, (_, n) => `tok_${n}`);
    const served = ({ answers }: typeof one): Promise<number[]> => Promise.all(tokens.map(async (id) => (await answers(id))[2]));
    const first = await served(one);
    expect(await served(other)).toEqual(first);
    expect(new Set(first)).toEqual(new Set([1, 2]));
  });

  it('tells a new session at once what the version that serves it says of itself', async () => {
    const { harness, lay } = bench();
    harness.connector.servers['one@2']!.instructions = 'Mind the sums.';
    lay({ sharePercent: 100 });
    await harness.send({ body: legacy('tools/list') });
    const { json } = await harness.send({ body: legacy('initialize', { protocolVersion: '2025-11-25', capabilities: {} }) });
    expect(json.result.instructions).toContain('Mind the sums.');
  });

  it('ends without a trace: everybody is served the pinned version, and the connection to the other is let go', async () => {
    const { harness, lay, answers } = bench();
    lay({ tokenIds: ['tok_a'] });
    await answers('tok_a');
    lay();
    expect(await answers('tok_a')).toEqual(OF_OLD);
    expect(harness.connector.released).toEqual(['key_one@2']);
  });

  it('does not touch a call under way when it ends', async () => {
    const { harness, lay } = bench();
    let answer: (text: string) => void = () => undefined;
    const called = new Promise<void>((resolve) => {
      harness.connector.servers['one@2']!.call = () => new Promise((settle) => ((answer = settle), resolve()));
    });
    lay({ tokenIds: ['tok_1'] });
    const call = harness.send({ body: CALL });
    await called;
    lay();
    answer('{"content":[{"type":"text","text":"late"}]}');
    const { json, calls } = await call;
    expect([json.result.content[0].text, calls[0]!.serverVersion]).toEqual(['late', 2]);
  });

  it('keeps tool settings: switched off is off in both versions', async () => {
    const { harness } = bench();
    const toolSettings = new Map([['add', { enabled: false, alias: null, description: null }]]);
    harness.gateway.swap(tableOf([workspaceRoute([withCanary(exposureRoute('one', { toolSettings }), { tokenIds: ['tok_a'] })])]));
    for (const tokenId of ['tok_a', 'tok_b']) {
      expect((await harness.send({ body: legacy('tools/list'), principal: { tokenId } })).json.result.tools).toEqual([]);
    }
  });

  it('is told to listeners whom it is given to or taken from, and to nobody else', async () => {
    const { harness, lay } = bench();
    lay();
    const listen = async (tokenId: string) => {
      const { stream } = await harness.send({
        ...modern('subscriptions/listen', { notifications: { toolsListChanged: true } }, tokenId),
        principal: { tokenId },
      });
      await stream.method('notifications/subscriptions/acknowledged');
      return stream;
    };
    const [given, other] = [await listen('tok_a'), await listen('tok_b')];
    const changes = (stream: typeof given): number =>
      stream.events.filter(({ data }) => data.includes('notifications/tools/list_changed')).length;
    lay({ tokenIds: ['tok_a'] });
    harness.clock.advance(1_000);
    expect([changes(given), changes(other)]).toEqual([1, 0]);
    lay();
    harness.clock.advance(1_000);
    expect([changes(given), changes(other)]).toEqual([2, 0]);
  });

  it('is heard for its changes by those whom it serves', async () => {
    const { harness, lay } = bench();
    lay({ tokenIds: ['tok_a'] });
    const { stream } = await harness.send({
      ...modern('subscriptions/listen', { notifications: { toolsListChanged: true } }, 'a'),
      principal: { tokenId: 'tok_a' },
    });
    await stream.method('notifications/subscriptions/acknowledged');
    expect(harness.connector.watches.map(({ target }) => target.version)).toEqual([2]);
  });

  it('is explained to the token that is meant', async () => {
    const { harness, lay } = bench();
    lay({ tokenIds: ['tok_a'] });
    const seen = async (tokenId?: string): Promise<string | undefined> =>
      (await harness.gateway.describe('acme', 'tools', tokenId))?.catalog.tools.entries[0]?.definitionText;
    expect(await seen('tok_a')).toContain(NEW.description);
    for (const other of [undefined, 'tok_b']) expect(await seen(other)).toContain(OLD.description);
  });

  it('may stand beside others in one workspace, each serving its own clients', async () => {
    const servers = { one: {}, 'one@2': {}, two: {}, 'two@2': {} };
    const harness = new GatewayHarness(servers, [
      workspaceRoute([
        withCanary(exposureRoute('one'), { id: 'can_1', tokenIds: ['tok_a', 'tok_c'] }),
        withCanary(exposureRoute('two'), { id: 'can_2', tokenIds: ['tok_b', 'tok_c'] }),
      ]),
    ]);
    const asked = async (tokenId: string): Promise<string[]> => {
      const before = harness.connector.watches.length;
      const { stream } = await harness.send({
        ...modern('subscriptions/listen', { notifications: { toolsListChanged: true } }, tokenId),
        principal: { tokenId },
      });
      await stream.method('notifications/subscriptions/acknowledged');
      return harness.connector.watches.slice(before).map(({ target }) => `${target.serverSlug}@${target.version}`);
    };
    expect(await asked('tok_a')).toEqual(['one@2', 'two@1']);
    expect(await asked('tok_b')).toEqual(['one@1', 'two@2']);
    expect(await asked('tok_c')).toEqual([]);
  });
});
