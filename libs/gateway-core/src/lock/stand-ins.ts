const LENGTH_MAX = 32 * 1024 * 1024;

/**
 * Approved definitions that servers listed until they listed others, by hash: at hand at once, while the next route table is on
 * its way and when it cannot be had. Bounded in characters; the oldest go first.
 */
export class StandIns {
  private readonly texts = new Map<string, string>();
  private length = 0;

  constructor(private readonly lengthMax = LENGTH_MAX) {}

  get(hash: string): string | undefined {
    return this.texts.get(hash);
  }

  keep(hash: string, text: string): void {
    if (this.texts.has(hash)) return;
    this.texts.set(hash, text);
    this.length += text.length;
    for (const [oldest, { length }] of this.texts) {
      if (this.length <= this.lengthMax) return;
      this.texts.delete(oldest);
      this.length -= length;
    }
  }
}
