import type { UpstreamFacts, UpstreamWatcher } from '@mcpnest/gateway-core';
import { LIMITS } from '@mcpnest/shared/limits';
import type { PeerWatch } from '../peer.js';
import { ListenStream, type ListenEar } from './listen-stream.js';
import { whatChanges, type WhatChanges } from './what-changes.js';

/** Sends a listen request for a stream, whose `ended` is told what came of it. */
export type Listen = (stream: ListenStream, notificationsText: string) => void;

interface ModernWatchParts {
  readonly facts: UpstreamFacts;
  readonly listen: Listen;
  readonly nextId: () => number;
  readonly uris: readonly string[];
  readonly watcher: UpstreamWatcher;
}

/**
 * Hears a modern server over `subscriptions/listen`. A filter cannot be changed: a new stream is opened, and the old one closed
 * once the new one is in force, so that nothing is missed between them.
 */
export class ModernWatch implements PeerWatch, ListenEar {
  isSilent = false;
  private current: ListenStream | undefined;
  private next: ListenStream | undefined;
  private isOver = false;
  private readonly told: WhatChanges;

  constructor(private readonly parts: ModernWatchParts) {
    this.told = whatChanges(parts.facts);
    this.begin(parts.uris);
  }

  change(uris: readonly string[]): void {
    if (this.isOver) return;
    if (this.next && this.next !== this.current) this.next.close();
    this.begin(uris);
  }

  close(): void {
    this.isOver = true;
    this.current?.close();
    this.next?.close();
  }

  acknowledged(stream: ListenStream, honouredUris: readonly string[]): void {
    if (this.isOver || stream !== this.next) return;
    this.current?.close();
    this.current = stream;
    this.next = undefined;
    this.parts.watcher.opened(honouredUris);
  }

  notified(method: string, paramsText: string | undefined): void {
    if (!this.isOver) this.parts.watcher.notified(method, paramsText);
  }

  over(stream: ListenStream, isRefused: boolean): void {
    if (this.isOver || (stream !== this.current && stream !== this.next)) return;
    if (isRefused && !this.current) return this.fallSilent();
    this.close();
    this.parts.watcher.lost();
  }

  private begin(uris: readonly string[]): void {
    const filter = this.filterOf(uris);
    if (filter === undefined) return this.fallSilent();
    this.isSilent = false;
    this.next = new ListenStream(this.parts.nextId(), this);
    this.parts.listen(this.next, filter);
  }

  /** What can be asked of this server; undefined for nothing. */
  private filterOf(uris: readonly string[]): string | undefined {
    const { tools, prompts, resources, updates } = this.told;
    const wanted = updates ? uris.slice(0, LIMITS.watchedUrisPerServerMax) : [];
    if (!(tools || prompts || resources || wanted.length > 0)) return undefined;
    return JSON.stringify({
      ...(tools && { toolsListChanged: true }),
      ...(prompts && { promptsListChanged: true }),
      ...(resources && { resourcesListChanged: true }),
      ...(wanted.length > 0 && { resourceSubscriptions: wanted }),
    });
  }

  private fallSilent(): void {
    this.isSilent = true;
    this.current?.close();
    this.current = undefined;
    this.next = undefined;
    queueMicrotask(() => {
      if (!this.isOver && this.isSilent) this.parts.watcher.opened([]);
    });
  }
}
