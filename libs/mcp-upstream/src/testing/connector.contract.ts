import { UpstreamFailure, type UpstreamConnector, type UpstreamTarget } from '@mcpnest/gateway-core';
import { callRequest, quiet } from './upstream-fixtures.js';

/** A server to hold the contract against: it lists `tool`, which answers `input` with a text that contains `expected`. */
export interface ContractSubject {
  readonly connector: UpstreamConnector;
  readonly target: UpstreamTarget;
  readonly tool: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly expected: string;
  /** A tool that takes at least a second, or a way to make one so. */
  readonly slow: { readonly tool: string; readonly input: Readonly<Record<string, unknown>> };
}

/** What every connector owes the core, whatever the transport. `start` is called per test; what it opens is closed by the caller. */
export function describeConnectorContract(name: string, start: () => Promise<ContractSubject>): void {
  describe(`connector contract: ${name}`, () => {
    test('lists tools as raw JSON objects that repeat their name', async () => {
      const { connector, target, tool } = await start();
      const { tools, era } = await connector.listTools(target, quiet());
      expect(['modern', 'legacy']).toContain(era);
      expect(tools.map((each) => each.name)).toContain(tool);
      for (const each of tools) expect(JSON.parse(each.text)).toMatchObject({ name: each.name, inputSchema: { type: 'object' } });
    });
    test('carries a call and gives back the result as it was written', async () => {
      const { connector, target, tool, input, expected } = await start();
      const { reply, bytes } = await connector.send(target, callRequest(tool, input), quiet());
      expect(reply.kind).toBe('result');
      expect(reply.resultText).toContain(expected);
      expect(JSON.parse(reply.resultText!)).toMatchObject({ content: expect.any(Array) });
      expect(bytes).toBeGreaterThan(reply.resultText!.length - 1);
    });
    test('lists the same again', async () => {
      const { connector, target } = await start();
      const first = await connector.listTools(target, quiet());
      expect(await connector.listTools(target, quiet())).toEqual(first);
    });
    test('answers an unknown method with an error, not with a failure', async () => {
      const { connector, target } = await start();
      const { reply } = await connector.send(target, callRequest('x', {}, { method: 'no/such-method', params: [] }), quiet());
      expect(reply.error).toMatchObject({ code: -32601 });
    });
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
  });
}
