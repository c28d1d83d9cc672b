import type { CallListener, ClientAnswer, UpstreamRequest } from '../ports/upstream-connector.js';
import { AbortSource } from '../exchange/abort-source.js';

/** A question that a script asked its client. */
export interface ScriptedQuestion {
  /** What the client answered; an error -32601 where nobody listens. */
  readonly answer: Promise<ClientAnswer>;
  /** Takes the question back. */
  withdraw(): void;
}

/** One request on a scripted server, with what the script can say before it answers. */
export class ScriptedCall {
  /** What the client's side told the server meanwhile: method and raw params. */
  readonly heard: (readonly [method: string, paramsText: string | undefined])[] = [];
  private readonly listener: CallListener | undefined;

  constructor(
    readonly server: string,
    readonly request: UpstreamRequest,
    isLegacy: boolean,
  ) {
    this.listener = request.listener;
    if (isLegacy) this.listener?.started?.({ notify: (method, paramsText) => this.heard.push([method, paramsText]) });
  }

  /** Sends a notification about the request. */
  notify(method: string, params?: object): void {
    this.listener?.notified(method, params && JSON.stringify(params));
  }

  /** Asks the client and waits for its answer. */
  ask(method: string, params?: object): Promise<ClientAnswer> {
    return this.question(method, params).answer;
  }

  /** Asks the client something that can be taken back. */
  question(method: string, params?: object): ScriptedQuestion {
    const withdrawn = new AbortSource();
    const answer = new Promise<ClientAnswer>((resolve) => {
      if (!this.listener) return resolve({ kind: 'error', code: -32601, message: 'Nobody listens.' });
      this.listener.asked({ method, paramsText: params && JSON.stringify(params), answer: resolve, withdrawn });
    });
    return { answer, withdraw: () => withdrawn.abort('withdrawn') };
  }
}
