import type { CallListener, UpstreamCall, UpstreamQuestion } from '@mcpnest/gateway-core';

/** A listener that keeps what it hears, and lets tests wait for it. */
export class ScriptedListener implements CallListener {
  readonly notifications: { readonly method: string; readonly params: unknown }[] = [];
  readonly questions: UpstreamQuestion[] = [];
  call: UpstreamCall | undefined;
  private waiting: (() => void)[] = [];

  /** `answer` is given every question at once; without it they are kept. */
  constructor(private readonly answer?: (question: UpstreamQuestion) => void) {}

  notified(method: string, paramsText: string | undefined): void {
    this.notifications.push({ method, params: paramsText === undefined ? undefined : JSON.parse(paramsText) });
    this.wake();
  }

  asked(question: UpstreamQuestion): void {
    this.questions.push(question);
    this.answer?.(question);
    this.wake();
  }

  started(call: UpstreamCall): void {
    this.call = call;
  }

  /** Resolves when something of it has come. */
  async until(isThere: (listener: this) => boolean): Promise<void> {
    while (!isThere(this)) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private wake(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}
