import type { ReceivedRequest } from './fake-upstream.js';

/** Everything a fake received, and those who wait for more. */
export class ReceivedLog {
  readonly received: ReceivedRequest[] = [];
  private readonly awaited = new Set<ReceivedRequest>();
  private waiters: { method: string; resolve: (request: ReceivedRequest) => void }[] = [];

  messages(method: string): readonly ReceivedRequest[] {
    return this.received.filter((request) => nameOf(request) === method);
  }

  arrival(method: string): Promise<ReceivedRequest> {
    const here = this.received.find((request) => nameOf(request) === method && !this.awaited.has(request));
    if (here) {
      this.awaited.add(here);
      return Promise.resolve(here);
    }
    return new Promise((resolve) => this.waiters.push({ method, resolve }));
  }

  add(received: ReceivedRequest): void {
    this.received.push(received);
    const waiter = this.waiters.find(({ method }) => method === nameOf(received));
    if (!waiter) return;
    this.waiters = this.waiters.filter((each) => each !== waiter);
    this.awaited.add(received);
    waiter.resolve(received);
  }
}

function nameOf({ message, verb }: ReceivedRequest): string {
  return message.method ?? verb;
}
