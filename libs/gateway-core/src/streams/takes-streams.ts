import { acceptsEventStream } from '@mcpnest/mcp-protocol';

let last: string | undefined;
let lastTakes = false;

/** Whether a client takes event streams, by its `Accept`. Remembers the last header, since nearly all clients send the same. */
export function takesStreams(accept: string | undefined): boolean {
  if (accept === undefined) return false;
  if (accept !== last) {
    lastTakes = acceptsEventStream(accept);
    last = accept;
  }
  return lastTakes;
}
