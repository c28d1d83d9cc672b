/** What is there is looked for once; what is missing is looked for again each time, because somebody may have installed it. */
export class KeptSearch<T> {
  private kept: Promise<T> | undefined;

  constructor(private readonly search: () => Promise<T>) {}

  /** What was found; searches that are under way are shared. */
  find(): Promise<T> {
    const attempt = (this.kept ??= this.search());
    attempt.catch(() => {
      if (this.kept === attempt) this.forget();
    });
    return attempt;
  }

  /** Has it looked for again. */
  forget(): void {
    this.kept = undefined;
  }
}
