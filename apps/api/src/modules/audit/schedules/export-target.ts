import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { AuditConfig } from '../../../config/slices.js';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Outbound } from '../../../platform/http/outbound.port.js';
import { Vault } from '../../../platform/vault/vault.js';
import { fileNameOf, type ExportSchedule } from './export-schedule.js';
import { authorizationPlace } from './schedules.service.js';

/** What one request may carry; more goes to a folder, or by the hour. */
const SENT_BYTES_MAX = 64 * 1024 * 1024;
const PATIENCE_MS = 60_000;
const TYPES = { csv: 'text/csv; charset=utf-8', ndjson: 'application/x-ndjson; charset=utf-8' } as const;

/** Puts the file of one period where it belongs. The same period again gives the same name, so it replaces what was there. */
@Injectable()
export class ExportTarget {
  constructor(
    private readonly config: AuditConfig,
    private readonly outbound: Outbound,
    private readonly vault: Vault,
  ) {}

  /** @throws Error in words that can be shown */
  put(
    ctx: Ctx,
    schedule: ExportSchedule,
    { from, pieces }: { readonly from: Date; readonly pieces: AsyncIterable<string> },
  ): Promise<void> {
    const file = fileNameOf(schedule, from);
    return schedule.url === null ? this.write(file, pieces) : this.send(ctx, { ...schedule, url: schedule.url }, { file, pieces });
  }

  private async write(file: string, pieces: AsyncIterable<string>): Promise<void> {
    const folder = this.config.exportFolder;
    if (folder === null) throw new Error('the gateway runs without EXPORT_DIR');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const [begun, whole] = [join(folder, `.${file}.part`), join(folder, file)];
    try {
      await pipeline(pieces, createWriteStream(begun, { mode: 0o600 }));
      await rename(begun, whole);
    } catch (fault) {
      await rm(begun, { force: true });
      throw new Error(`the file could not be written (${(fault as NodeJS.ErrnoException).code ?? 'broken off'})`, { cause: fault });
    }
  }

  private async send(
    ctx: Ctx,
    { id, url, format, sealed }: ExportSchedule & { readonly url: string },
    { file, pieces }: { readonly file: string; readonly pieces: AsyncIterable<string> },
  ): Promise<void> {
    let body = '';
    for await (const piece of pieces) {
      body += piece;
      if (Buffer.byteLength(body) > SENT_BYTES_MAX) throw new Error('the file is larger than 64 MiB; export by the hour, or to a folder');
    }
    const authorization = sealed === null ? null : await this.vault.open(ctx, authorizationPlace(id), sealed);
    const { status } = await this.outbound.fetch(url, {
      method: 'POST',
      headers: {
        'content-type': TYPES[format],
        'content-disposition': `attachment; filename="${file}"`,
        'idempotency-key': createHash('sha256').update(file).digest('hex'),
        ...(authorization === null ? {} : { authorization }),
      },
      body,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (status < 200 || status >= 300) throw new Error(`the receiver answered ${status}`);
  }
}
