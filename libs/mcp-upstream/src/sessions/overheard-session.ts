import type { Session } from './session.js';

/** The session that calls share, as a watch hears it: letting go of it does not end it. */
export class OverheardSession implements Session {
  constructor(private readonly inner: Session) {}

  get facts(): Session['facts'] {
    return this.inner.facts;
  }

  get isOpen(): boolean {
    return this.inner.isOpen;
  }

  send(...request: Parameters<Session['send']>): ReturnType<Session['send']> {
    return this.inner.send(...request);
  }

  hear(ear: Parameters<Session['hear']>[0]): void {
    this.inner.hear(ear);
  }

  end(): Promise<void> {
    this.inner.hear(NOBODY);
    return Promise.resolve();
  }
}

const NOBODY = { opened: () => undefined, notified: () => undefined, lost: () => undefined };
