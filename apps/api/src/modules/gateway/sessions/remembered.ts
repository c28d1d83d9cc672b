/** Remembers values for a short time, a bounded number of them, the oldest giving way. */
export class Remembered<V> {
  private readonly entries = new Map<string, { readonly value: V; readonly until: number }>();

  constructor(
    private readonly forMs: number,
    private readonly max: number,
    private readonly now: () => number,
  ) {}

  set(key: string, value: V): void {
    this.entries.delete(key);
    this.entries.set(key, { value, until: this.now() + this.forMs });
    if (this.entries.size > this.max) for (const oldest of this.entries.keys()) return void this.entries.delete(oldest);
  }

  get(key: string): V | undefined {
    const entry = this.entries.get(key);
    if (entry && entry.until > this.now()) return entry.value;
    if (entry) this.entries.delete(key);
    return undefined;
  }

  delete(key: string): void {
    this.entries.delete(key);
  }
}
