/** What stands for every name beyond the first. */
export const OTHER_NAME = 'other';

/** The first so many names that come; those after them share one. Each name of a metric is a series for as long as the process runs. */
export class FirstNames {
  private readonly names = new Set<string>();

  constructor(private readonly max: number) {}

  of(name: string): string {
    if (this.names.has(name)) return name;
    if (this.names.size >= this.max) return OTHER_NAME;
    this.names.add(name);
    return name;
  }
}
