import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ExportFormat } from './call-text.js';

const TYPES = { csv: 'text/csv; charset=utf-8', ndjson: 'application/x-ndjson; charset=utf-8' } as const;

/** Sends an export as a download, as fast as its reader takes it. One that breaks off is seen to: its connection is cut. */
export async function sendExport(
  response: ServerResponse,
  { format, name = 'calls' }: { readonly format: ExportFormat; readonly name?: string },
  pieces: AsyncGenerator<string>,
): Promise<void> {
  const day = new Date().toISOString().slice(0, 10);
  response.writeHead(200, {
    'Content-Type': TYPES[format],
    'Content-Disposition': `attachment; filename="${name}-${day}.${format}"`,
    'Cache-Control': 'no-store',
  });
  // What is thrown after the head cannot be told in the answer.
  await pipeline(Readable.from(pieces), response).catch(() => response.destroy());
}
