import { FreezeSet, type Freeze } from './policy/freeze-set.js';
import { exposureRoute, GatewayHarness, legacy, modern, TAKES_STREAMS, workspaceRoute } from './testing/index.js';

const CALL = legacy('tools/call', { name: 'echo', arguments: {} }, 7);

/** A gateway on two servers in which this is frozen. */
function given(freezes: readonly Omit<Freeze, 'workspaceId'>[]): GatewayHarness {
  const workspace = workspaceRoute([exposureRoute('one'), exposureRoute('two')]);
  const harness = new GatewayHarness({ one: { tools: [{ name: 'echo' }, { name: 'add' }] }, two: { tools: [{ name: 'find' }] } }, [
    workspace,
  ]);
  swap(harness, freezes);
  return harness;
}

function swap(harness: GatewayHarness, freezes: readonly Omit<Freeze, 'workspaceId'>[]): void {
  const workspace = workspaceRoute([exposureRoute('one'), exposureRoute('two')]);
  const set = new FreezeSet(freezes.map((freeze) => ({ ...freeze, workspaceId: 'ws_acme' })));
  harness.gateway.swap({ generation: 2, bySlug: new Map([['acme', workspace]]), freezes: set });
}

describe('while its token, its owner or its workspace is frozen, a client', () => {
  it.each([
    ['token', 'tok_1'],
    ['member', 'usr_1'],
    ['workspace', 'ws_acme'],
  ] as const)('is refused by a frozen %s in both eras, with one answer, and the call is on record as denied', async (kind, subject) => {
    const harness = given([{ kind, subject }]);
    for (const sent of [{ body: CALL }, modern('tools/call', { name: 'echo', arguments: {} })]) {
      const { status, json, calls } = await harness.send(sent);
      expect([status, json.error.code, json.error.data.reason]).toEqual([200, -32603, 'gateway.frozen']);
      expect(json.error.message).toBe('Calls with this token are on hold. Ask an owner or admin of the workspace.');
      expect(calls.at(-1)).toMatchObject({ outcome: 'denied', status: 403, reason: 'gateway.frozen' });
    }
    for (const body of [legacy('tools/list', {}, 1), legacy('initialize', { protocolVersion: '2025-11-25', capabilities: {} }, 2)])
      expect((await harness.send({ body, headers: TAKES_STREAMS })).json.error.data.reason).toBe('gateway.frozen');
    swap(harness, []);
    expect((await harness.send({ body: CALL })).json.result).toBeDefined();
  });

  it('opens no stream and may end its session', async () => {
    const harness = given([]);
    const headers = await harness.legacySession();
    swap(harness, [{ kind: 'token', subject: 'tok_1' }]);
    expect((await harness.send({ method: 'GET', headers })).json.error.data.reason).toBe('gateway.frozen');
    expect((await harness.send({ method: 'DELETE', headers })).status).toBe(204);
  });

  it('is told from others', async () => {
    const harness = given([{ kind: 'token', subject: 'tok_2' }]);
    expect((await harness.send({ body: CALL })).json.result).toBeDefined();
    expect((await harness.send({ body: CALL, principal: { tokenId: 'tok_2' } })).json.error.data.reason).toBe('gateway.frozen');
  });
});

describe('what is frozen', () => {
  const reasonOf = async (harness: GatewayHarness, name: string) =>
    (await harness.send({ body: legacy('tools/call', { name, arguments: {} }, 7) })).json.error?.data.reason ?? 'ok';

  it('is listed and refused when it is called: a server whole, a tool alone', async () => {
    const server = given([{ kind: 'server', subject: 'srv_one' }]);
    expect([await reasonOf(server, 'echo'), await reasonOf(server, 'add'), await reasonOf(server, 'find')]).toEqual([
      'gateway.frozen',
      'gateway.frozen',
      'ok',
    ]);
    const tool = given([{ kind: 'tool', subject: 'srv_one:echo' }]);
    expect([await reasonOf(tool, 'echo'), await reasonOf(tool, 'add')]).toEqual(['gateway.frozen', 'ok']);
    const listed = await tool.send({ body: legacy('tools/list', {}, 1) });
    expect(listed.json.result.tools.map(({ name }: { name: string }) => name)).toContain('echo');
  });

  it('is as unknown as ever to a token that does not see it', async () => {
    const harness = given([{ kind: 'server', subject: 'srv_one' }]);
    const { json } = await harness.send({ body: CALL, principal: { tools: { allows: () => false, allowsAll: () => false } } });
    expect(json.error.data.reason).toBe('gateway.tool-unknown');
  });
});
