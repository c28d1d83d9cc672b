/** Counts what is under way, so that a process that stops can wait for it. */
export class UnderWay {
  private count = 0;
  private onIdle: (() => void) | undefined;

  begin(): void {
    this.count++;
  }

  end(): void {
    if (--this.count === 0) this.onIdle?.();
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    if (this.count > 0) await new Promise<void>((resolve) => (this.onIdle = resolve));
  }
}
