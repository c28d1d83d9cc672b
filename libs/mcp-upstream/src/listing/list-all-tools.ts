import {
  UpstreamFailure,
  type UpstreamAnswer,
  type UpstreamFacts,
  type UpstreamRequest,
  type UpstreamTool,
  type UpstreamToolList,
} from '@mcpnest/gateway-core';
import { LIMITS } from '@mcpnest/shared/limits';
import { failure } from '../net/failures.js';

import { readNextCursor, readTools } from './read-tools.js';

const PAGES_MAX = 100;

type Ask = (params: UpstreamRequest['params']) => Promise<UpstreamAnswer>;

/**
 * Follows the pages of `tools/list` and keeps every usable definition as the server wrote it, in its order. Of two tools
 * with one name the first stays. Ends early, with what it has, at 1,000 tools, 8 MiB, 100 pages or a cursor that repeats
 * (security bar I4).
 * @throws UpstreamFailure where the server gives no list; a page that was lost on the way is asked for once more.
 */
export async function listAllTools(ask: Ask, facts: () => Promise<UpstreamFacts>): Promise<UpstreamToolList> {
  const tools = new Map<string, UpstreamTool>();
  const cursors = new Set<string>();
  let bytes = 0;
  for (let cursor: string | undefined, page = 0; page < PAGES_MAX; page++) {
    const { reply, era } = await askTwice(ask, cursor === undefined ? [] : [['cursor', cursor]]);
    if (reply.error)
      throw failure('gateway.upstream-broken', true, `The server answered the request for its tools with error ${reply.error.code}`);
    const found = readTools(reply, era);
    if (!found)
      throw failure(
        'gateway.upstream-broken',
        true,
        'The server answered the request for its tools with something that is no list of tools',
      );
    for (const tool of found) {
      if (tools.has(tool.name)) continue;
      bytes += Buffer.byteLength(tool.text);
      if (bytes > LIMITS.toolListBytesMax || tools.size >= LIMITS.toolsPerServerMax) return complete(tools, await facts());
      tools.set(tool.name, tool);
    }
    cursor = readNextCursor(reply);
    if (cursor === undefined || cursors.has(cursor)) break;
    cursors.add(cursor);
  }
  return complete(tools, await facts());
}

function complete(tools: ReadonlyMap<string, UpstreamTool>, { era, instructions }: UpstreamFacts): UpstreamToolList {
  return { tools: [...tools.values()], era, ...(instructions !== undefined && { instructions }) };
}

/** A list changes nothing, so a connection that broke is worth a second try. */
async function askTwice(ask: Ask, params: UpstreamRequest['params']): Promise<UpstreamAnswer> {
  try {
    return await ask(params);
  } catch (error) {
    const isWorthIt = error instanceof UpstreamFailure && error.sent && error.code === 'gateway.upstream-broken';
    if (!isWorthIt) throw error;
    return ask(params);
  }
}
