import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { systemCtx, type Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { readRegistryItem, type RegistryItem } from './read-registry-item.js';
import { RegistryEntriesRepository } from './registry-entries.repository.js';
import { RegistryPages } from './registry-pages.service.js';
import { RegistryRepository } from './registry.repository.js';
import type { Registry } from './registry.js';

const CTX = systemCtx('registry-sync');

/** Brings registries up to date here, each by one process at a time. What was read before a fault stays. */
@Injectable()
export class RegistrySync implements OnApplicationShutdown {
  private readonly log = new Logger('servers');
  private readonly stopping = new AbortController();
  private readonly running = new Set<Promise<void>>();

  constructor(
    private readonly tx: Tx,
    private readonly ledger: Ledger,
    private readonly registries: RegistryRepository,
    private readonly entries: RegistryEntriesRepository,
    private readonly pages: RegistryPages,
  ) {}

  /** Begins a round and does not wait for it. */
  start(id: string): void {
    const round: Promise<void> = this.sync(id, this.stopping.signal)
      .catch((error: unknown) => this.log.error({ msg: 'a registry could not be read', err: error }))
      .finally(() => this.running.delete(round));
    this.running.add(round);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.running);
  }

  /** One round of one registry, unless another process is at it. Faults of the registry are kept with it and not thrown. */
  async sync(id: string, signal: AbortSignal): Promise<void> {
    const registry = await this.registries.begin(CTX, id);
    if (!registry) return;
    const read = { unreadable: 0, newest: registry.syncedUntil };
    try {
      for await (const page of this.pages.changed(registry, signal)) await this.take(registry, page, read);
      await this.registries.finish(CTX, id, registry.url, {
        problem: null,
        detail: null,
        unreadable: read.unreadable,
        syncedUntil: read.newest,
      });
    } catch (error) {
      // The next round begins where this one began.
      const { problem, detail } = problemOf(error);
      await this.registries.finish(CTX, id, registry.url, {
        problem,
        detail,
        unreadable: read.unreadable,
        syncedUntil: registry.syncedUntil,
      });
      if (!(error instanceof DomainError) && !signal.aborted) throw error;
    }
  }

  private async take(registry: Registry, page: readonly unknown[], read: { unreadable: number; newest: Date | null }): Promise<void> {
    const items: RegistryItem[] = [];
    for (const value of page) {
      const item = readRegistryItem(value);
      if (item === undefined) read.unreadable++;
      else if (item !== null) items.push(item);
    }
    if (items.length > 0) await this.tx.run(CTX, (inside) => this.keep(inside, registry, items));
    for (const { updatedAt } of items) if (updatedAt && (!read.newest || updatedAt > read.newest)) read.newest = updatedAt;
  }

  private async keep(ctx: Ctx, registry: Registry, items: readonly RegistryItem[]): Promise<void> {
    const changed = new Map((await this.entries.save(ctx, registry.id, items)).map((item) => [item.name, item]));
    if (changed.size === 0) return;
    for (const { id, slug, name, entry } of await this.entries.installed(ctx, [...changed.keys()])) {
      const facts = { slug, registry: registry.name, entry, status: changed.get(entry)?.status ?? 'active' };
      await this.ledger.append(ctx, { event: 'servers.registry-status-changed', subject: { kind: 'server', id, name }, facts });
    }
  }
}

function problemOf(error: unknown): { readonly problem: string; readonly detail: string | null } {
  if (error instanceof DomainError) return { problem: error.code, detail: error.facts.detail ?? null };
  return { problem: 'platform.internal', detail: null };
}
