import { randomBytes } from 'node:crypto';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Gateway, type Busy, type Limiter } from '@mcpnest/gateway-core';
import { RedisLink } from '../../../platform/redis/redis-link.js';
import { LimitShares } from './limit-shares.js';

const TELL_EVERY_MS = 100;
/** Every so many tellings all of it is told, so that what was lost on the way is lost for a second. */
const WHOLE_EVERY = 10;
/** A process that was not heard of for so long has ended, and its places with it. */
const GONE_AFTER_MS = 3_000;
const CHANNEL = 'mcpnest:busy';
const TEXT_MAX = 4_000_000;

/** What one process says: what is under way in it, all of it or what changed. */
interface Word {
  readonly from: string;
  readonly whole: boolean;
  readonly busy: readonly (readonly [key: string, count: number])[];
}

interface Other {
  heardAt: number;
  readonly counts: Map<string, number>;
}

/**
 * Lets all processes keep to one bound of what is under way at once, where there is a Redis: ten times a second each tells the
 * others what changed, and adds up what it hears. A call never waits for it, and nothing is kept in Redis: the places of a
 * process that ends are free once it was silent for three seconds.
 */
@Injectable()
export class BusySharing implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly self = randomBytes(9).toString('hex');
  private readonly limiter: Limiter;
  private readonly others = new Map<string, Other>();
  private timer: NodeJS.Timeout | undefined;
  private telling: Promise<void> | null = null;
  private round = 0;

  constructor(
    gateway: Gateway,
    private readonly redis: RedisLink,
    private readonly shares: LimitShares,
  ) {
    this.limiter = gateway.limiter;
  }

  onApplicationBootstrap(): void {
    if (!this.redis.isGiven) return;
    this.limiter.busySince();
    this.redis.subscribe(CHANNEL, (text) => this.hear(text, performance.now()));
    this.timer = setInterval(() => void this.tell(), TELL_EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Tells what changed since the last time, and forgets who is gone. Resolves when it was tried. */
  tell(now = performance.now()): Promise<void> {
    for (const [id, { heardAt }] of this.others) if (now - heardAt > GONE_AFTER_MS) this.forget(id);
    this.shares.heardOf(this.others.size, now);
    this.telling ??= this.tellNow().finally(() => {
      this.telling = null;
    });
    return this.telling;
  }

  /** Hears another process. Whoever can write to Redis can say anything, so what is no such word is dropped. */
  hear(text: string, now: number): void {
    const word = text.length > TEXT_MAX ? null : wordOf(text);
    if (word === null || word.from === this.self) return;
    let other = this.others.get(word.from);
    if (!other) {
      this.others.set(word.from, (other = { heardAt: now, counts: new Map() }));
      this.shares.heardOf(this.others.size, now);
    }
    other.heardAt = now;
    const { counts } = other;
    if (word.whole) {
      const named = new Set(word.busy.map(([key]) => key));
      for (const key of counts.keys()) if (!named.has(key)) this.count(counts, key, 0);
    }
    for (const [key, count] of word.busy) this.count(counts, key, count);
  }

  private async tellNow(): Promise<void> {
    const whole = this.round++ % WHOLE_EVERY === 0;
    const changed = this.limiter.busySince();
    const busy = whole ? this.limiter.busy() : changed;
    if (!whole && busy.length === 0) return;
    try {
      await this.redis.publish(CHANNEL, JSON.stringify({ from: this.self, whole, busy: busy.map(pairOf) } satisfies Word));
      this.shares.found();
    } catch {
      // Told by the connection. What the others have under way is not known any more; each keeps to its share.
      for (const { counts } of this.others.values()) for (const key of counts.keys()) this.count(counts, key, 0);
      this.shares.lost();
    }
  }

  private forget(id: string): void {
    const { counts } = this.others.get(id)!;
    for (const key of counts.keys()) this.count(counts, key, 0);
    this.others.delete(id);
  }

  private count(counts: Map<string, number>, key: string, count: number): void {
    const before = counts.get(key) ?? 0;
    if (count === 0) counts.delete(key);
    else counts.set(key, count);
    this.limiter.busyElsewhere(key, count - before);
  }
}

const pairOf = ({ key, count }: Busy): readonly [string, number] => [key, count];

function wordOf(text: string): Word | null {
  try {
    const { from, whole, busy } = JSON.parse(text) as Partial<Word>;
    const isWord = typeof from === 'string' && typeof whole === 'boolean' && Array.isArray(busy) && busy.every(isPair);
    return isWord ? { from, whole, busy } : null;
  } catch {
    return null;
  }
}

const isPair = (pair: unknown): boolean =>
  Array.isArray(pair) && pair.length === 2 && typeof pair[0] === 'string' && Number.isSafeInteger(pair[1]) && Number(pair[1]) >= 0;
