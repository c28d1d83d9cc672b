/**
 * Gathers what is given within one turn of the event loop, so that the turn costs one write: what many connections bring at once
 * is written at once. Who gave something goes on when it is written. What nothing else is expected beside is not kept waiting.
 */
export class TurnGatherer<T> {
  private items: T[] = [];
  private turn: Promise<true> | undefined;
  private over: ((isOver: true) => void) | undefined;

  /** @param write takes what was gathered, in its order; must not throw. */
  constructor(private readonly write: (items: readonly T[]) => void) {}

  /**
   * @param isAlone whether nothing else is expected in this turn
   * @returns when it is written: one promise for all of the turn; undefined where it is already
   */
  add(item: T, isAlone = false): Promise<true> | undefined {
    if (isAlone && this.items.length === 0) {
      this.write([item]);
      return undefined;
    }
    this.items.push(item);
    if (this.turn) return this.turn;
    setImmediate(this.settle);
    return (this.turn = new Promise((resolve) => (this.over = resolve)));
  }

  /** Writes now what was gathered so far. */
  readonly settle = (): void => {
    const { items, over } = this;
    if (items.length === 0) return;
    this.items = [];
    this.turn = undefined;
    this.write(items);
    over?.(true);
  };
}
