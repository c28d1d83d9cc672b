import { startFakeUpstream, type FakeUpstream, type FakeUpstreamOptions } from '@mcpnest/testkit';
import type { UpstreamAnswer, UpstreamRequest, UpstreamTarget } from '@mcpnest/gateway-core';
import type { McpUpstreamConnector } from '../connector.js';
import { callRequest, loopbackConnector, quiet, targetFor } from './upstream-fixtures.js';

/** A fake server and a connector that calls it. */
export interface ConversationStage {
  readonly fake: FakeUpstream;
  readonly connector: McpUpstreamConnector;
  readonly target: UpstreamTarget;
  call(tool: string, overrides?: Partial<UpstreamRequest>, signal?: AbortSignal): Promise<UpstreamAnswer>;
  close(): Promise<void>;
}

/** Sets one up; closed by the caller. */
export async function conversationStage(options: FakeUpstreamOptions): Promise<ConversationStage> {
  const fake = await startFakeUpstream(options);
  const connector = loopbackConnector();
  const target = targetFor(fake.url, options.era === 'sse' ? { transport: { type: 'sse', url: fake.url } } : {});
  return {
    fake,
    connector,
    target,
    call: (tool, overrides, signal = quiet()) => connector.send(target, callRequest(tool, {}, overrides), signal),
    close: async () => {
      await connector.close();
      await fake.close();
    },
  };
}

/** The result of a call, parsed. */
export const resultOf = ({ reply }: UpstreamAnswer): unknown => JSON.parse(reply.resultText!);
