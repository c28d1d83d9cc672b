import { LIST_KINDS, UpstreamFailure, type ListKind, type UpstreamConnector, type UpstreamTarget } from '@mcpnest/gateway-core';
import { ScriptedListener } from './scripted-listener.js';
import { ScriptedWatcher } from './scripted-watcher.js';
import { callRequest, quiet } from './upstream-fixtures.js';

interface Call {
  readonly tool: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** A server to hold the contract against: it lists `tool`, which answers `input` with a text that contains `expected`. */
export interface ContractSubject extends Call {
  readonly connector: UpstreamConnector;
  readonly target: UpstreamTarget;
  readonly expected: string;
  /** A tool that takes at least a second, or a way to make one so. */
  readonly slow: Call;
  /** A tool that tells its progress before it answers. */
  readonly progressing: Call;
  /** A key that each list holds. */
  readonly listed: Readonly<Record<ListKind, string>>;
  /** A resource that can be read and, where the server's resources change, watched. */
  readonly uri: string;
  /** Makes the server tell a change of its tools, and of the resource; absent where nothing ever changes. A promise where that takes a while. */
  readonly change?: () => unknown;
}

const MEMBERS: Readonly<Record<ListKind, string>> = { tools: 'name', prompts: 'name', resources: 'uri', templates: 'uriTemplate' };

/** What every connector owes the core, whatever the transport. `start` is called per test; what it opens is closed by the caller. */
export function describeConnectorContract(name: string, start: () => Promise<ContractSubject>): void {
  describe(`connector contract: ${name}`, () => {
    describeLists(start);
    describeCalls(start);
    describeEnds(start);
    describeWatches(start);
  });
}

function describeLists(start: () => Promise<ContractSubject>): void {
  test.each(LIST_KINDS)('lists %s as raw JSON objects that repeat their key', async (kind) => {
    const { connector, target, listed } = await start();
    const { items, facts } = await connector.list(target, kind, quiet());
    expect(['modern', 'legacy']).toContain(facts.era);
    expect(facts).toMatchObject({ capabilities: expect.any(Object), protocolVersion: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    expect(items.map(({ key }) => key)).toContain(listed[kind]);
    for (const { key, text } of items) expect(JSON.parse(text)).toMatchObject({ [MEMBERS[kind]]: key });
  });
  test('lists the same again', async () => {
    const { connector, target } = await start();
    for (const kind of LIST_KINDS) expect(await connector.list(target, kind, quiet())).toEqual(await connector.list(target, kind, quiet()));
  });
  test("stops listing with the signal's own reason", async () => {
    const { connector, target } = await start();
    const reason = new Error('nobody wants it');
    await expect(connector.list({ ...target, key: `${target.key}-new` }, 'tools', AbortSignal.abort(reason))).rejects.toBe(reason);
  });
}

function describeCalls(start: () => Promise<ContractSubject>): void {
  test('carries a call and gives back the result as it was written', async () => {
    const { connector, target, tool, input, expected } = await start();
    const { reply, bytes } = await connector.send(target, callRequest(tool, input), quiet());
    expect(reply.kind).toBe('result');
    expect(reply.resultText).toContain(expected);
    expect(JSON.parse(reply.resultText!)).toMatchObject({ content: expect.any(Array) });
    expect(bytes).toBeGreaterThan(reply.resultText!.length - 1);
  });
  test('reads a resource', async () => {
    const { connector, target, uri } = await start();
    const request = callRequest('', {}, { method: 'resources/read', name: uri, params: [['uri', JSON.stringify(uri)]] });
    const { reply } = await connector.send(target, request, quiet());
    expect(JSON.parse(reply.resultText!)).toMatchObject({ contents: [{ uri }] });
  });
  test('answers an unknown method with an error, not with a failure', async () => {
    const { connector, target } = await start();
    const { reply } = await connector.send(target, callRequest('x', {}, { method: 'no/such-method', params: [] }), quiet());
    expect(reply.error).toMatchObject({ code: -32601 });
  });
  test('tells progress to a caller that wants it before it answers, and to nobody else', async () => {
    const { connector, target, progressing } = await start();
    const listener = new ScriptedListener();
    const progress = async (wantsProgress: boolean): Promise<unknown[]> => {
      const before = listener.notifications.length;
      await connector.send(target, callRequest(progressing.tool, progressing.input, { listener, wantsProgress }), quiet());
      return listener.notifications.slice(before).filter(({ method }) => method === 'notifications/progress');
    };
    expect(await progress(true)).toContainEqual({
      method: 'notifications/progress',
      params: expect.objectContaining({ progressToken: expect.anything(), progress: expect.any(Number) }),
    });
    expect(await progress(false)).toEqual([]);
  });
}

function describeEnds(start: () => Promise<ContractSubject>): void {
  test('gives up at the deadline', async () => {
    const { connector, target, slow } = await start();
    const sent = connector.send(target, callRequest(slow.tool, slow.input, { deadlineMs: 100 }), quiet());
    await expect(sent).rejects.toMatchObject({ name: 'UpstreamFailure', code: 'gateway.upstream-timeout' });
    await expect(sent).rejects.toBeInstanceOf(UpstreamFailure);
  });
  test("stops with the signal's own reason", async () => {
    const { connector, target, slow } = await start();
    const stop = new AbortController();
    const sent = connector.send(target, callRequest(slow.tool, slow.input), stop.signal);
    const reason = new Error('the client is gone');
    stop.abort(reason);
    await expect(sent).rejects.toBe(reason);
  });
  test('does nothing for a signal that fired before', async () => {
    const { connector, target, tool, input } = await start();
    const reason = new Error('too late');
    await expect(connector.send(target, callRequest(tool, input), AbortSignal.abort(reason))).rejects.toBe(reason);
  });
  test('serves a target again after it was released', async () => {
    const { connector, target, tool, input, expected } = await start();
    await connector.send(target, callRequest(tool, input), quiet());
    connector.release(target.key);
    connector.release('never-seen');
    const { reply } = await connector.send(target, callRequest(tool, input), quiet());
    expect(reply.resultText).toContain(expected);
  });
}

function describeWatches(start: () => Promise<ContractSubject>): void {
  test('tells a watcher when it can hear, and then what changes', async () => {
    const { connector, target, uri, change } = await start();
    const watcher = new ScriptedWatcher();
    const watch = connector.watch(target, [uri], watcher);
    await watcher.times(change ? `opened ${uri}` : 'opened');
    if (change) {
      await change();
      await watcher.times('notifications/tools/list_changed');
      await watcher.times(`notifications/resources/updated ${uri}`);
      watch.change([]);
      await watcher.times('opened');
    }
    watch.close();
    const told = watcher.told.length;
    await change?.();
    await connector.list(target, 'tools', quiet());
    expect(watcher.told).toHaveLength(told);
    expect(watcher.told).not.toContain('lost');
  });
}
