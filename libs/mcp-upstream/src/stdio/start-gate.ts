/** Lets a few starts happen at once and the others wait in line, so that a machine is not overrun by programs that all begin together. */
export class StartGate {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly atOnce: number) {}

  async through<T>(start: () => Promise<T>): Promise<T> {
    if (this.running >= this.atOnce) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.running++;
    try {
      return await start();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }

  /** Starts that wait for their turn. */
  get queued(): number {
    return this.waiting.length;
  }
}
