import type { UpstreamWatcher } from '@mcpnest/gateway-core';

/** A watcher that writes down what it is told, in order, and lets tests wait for it. */
export class ScriptedWatcher implements UpstreamWatcher {
  readonly told: string[] = [];
  private waiting: (() => void)[] = [];

  opened(honouredUris: readonly string[]): void {
    this.note(`opened ${honouredUris.join(' ')}`.trim());
  }

  notified(method: string, paramsText: string | undefined): void {
    const { uri } = JSON.parse(paramsText ?? '{}') as { uri?: string };
    this.note(uri === undefined ? method : `${method} ${uri}`);
  }

  lost(): void {
    this.note('lost');
  }

  /** Resolves when it was told so many times. */
  async times(entry: string, count = 1): Promise<void> {
    while (this.told.filter((each) => each === entry).length < count) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private note(entry: string): void {
    this.told.push(entry);
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}
