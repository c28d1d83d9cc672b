import { Injectable } from '@nestjs/common';
import { Gateway, type Limiter } from '@mcpnest/gateway-core';
import { ReplicaRegistry } from '../replicas/replica-registry.js';

/** How long it takes until everybody was heard of again. */
const SETTLE_MS = 3_000;

/**
 * What is this process's share of limits that several keep to. While they hear of each other, each looks at the whole limit;
 * when Redis is lost, each keeps to the part of one of those that were there last.
 */
@Injectable()
export class LimitShares {
  private readonly limiter: Limiter;
  private others = 0;
  private isLost = false;
  private foundAt = -SETTLE_MS;

  constructor(
    gateway: Gateway,
    private readonly replicas: ReplicaRegistry,
  ) {
    this.limiter = gateway.limiter;
  }

  /** Redis did not answer. Processes that began meanwhile are known by their beats in the database alone. */
  lost(): void {
    this.isLost = true;
    this.limiter.shareAmong(Math.max(this.others + 1, this.replicas.count));
  }

  found(): void {
    if (this.isLost) this.foundAt = performance.now();
    this.isLost = false;
    this.limiter.shareAmong(1);
  }

  /** So many other processes were heard of lately. While Redis is away, and shortly after, that says nothing of those not heard. */
  heardOf(others: number, now: number): void {
    const isKnown = !this.isLost && now - this.foundAt >= SETTLE_MS;
    this.others = isKnown ? others : Math.max(this.others, others);
  }
}
