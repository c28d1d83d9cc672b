import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { RequestBody } from '@mcpnest/gateway-core';
import { LIMITS } from '@mcpnest/shared/limits';

/** Reads a request's body, at most 4 MiB; what is larger is not read to its end (security P1). */
export function readBody(request: IncomingMessage): Promise<RequestBody> {
  if (Number(request.headers['content-length'] ?? 0) > LIMITS.requestBytesMax) return Promise.resolve({ ok: false, reason: 'too-large' });
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > LIMITS.requestBytesMax) {
        request.pause();
        resolve({ ok: false, reason: 'too-large' });
      } else chunks.push(chunk);
    });
    // Each of these comes once by itself; asking for once would cost a wrapper and its removal per request.
    request.on('end', () => resolve(textOf(chunks, bytes)));
    request.on('close', () => resolve({ ok: false, reason: 'aborted' }));
  });
}

function textOf(chunks: readonly Buffer[], bytes: number): RequestBody {
  const body = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
  return isUtf8(body) ? { ok: true, text: body.toString('utf8'), bytes } : { ok: false, reason: 'not-utf8' };
}
