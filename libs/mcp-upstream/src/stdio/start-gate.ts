/** Lets a few starts happen at once and the others wait in line, so that a machine is not overrun by programs that all begin together. */
export class StartGate {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly atOnce: number) {}

  /** @param ready resolves when what was started needs no room any more; its caller goes on before that */
  async through<T>(start: () => Promise<T>, ready: (started: T) => Promise<void> = () => Promise.resolve()): Promise<T> {
    if (this.running >= this.atOnce) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.running++;
    let left = Promise.resolve();
    try {
      const started = await start();
      left = ready(started);
      return started;
    } finally {
      void left.finally(() => this.leave());
    }
  }

  private leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.running--;
  }

  /** Starts that wait for their turn. */
  get queued(): number {
    return this.waiting.length;
  }
}
