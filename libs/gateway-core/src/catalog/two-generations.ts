/**
 * Remembers values for as long as their keys live, up to a weight in all: what was not asked for while half of it was filled
 * anew is forgotten. A hit costs one look-up.
 */
export class TwoGenerations<K extends object, V> {
  private young = new WeakMap<K, Weighed<V>>();
  private old = new WeakMap<K, Weighed<V>>();
  private weight = 0;

  /** @param weightMax of all values together, in the caller's unit. */
  constructor(private readonly weightMax: number) {}

  get(key: K): V | undefined {
    const known = this.young.get(key);
    return known ? known.value : this.promoted(key);
  }

  set(key: K, value: V, weight: number): void {
    if (this.weight > 0 && this.weight + weight > this.weightMax / 2) {
      this.old = this.young;
      this.young = new WeakMap();
      this.weight = 0;
    }
    this.weight += weight - (this.young.get(key)?.weight ?? 0);
    this.young.set(key, { value, weight });
  }

  private promoted(key: K): V | undefined {
    const known = this.old.get(key);
    if (!known) return undefined;
    this.set(key, known.value, known.weight);
    return known.value;
  }
}

interface Weighed<V> {
  readonly value: V;
  readonly weight: number;
}
