import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';

const EVERY_MS = 10;
/** Calls that may be under way, fewer than one server is given; those that are due wait for one to end. */
const UNDER_WAY_MAX = 48;

export interface LoadOptions {
  /** An endpoint of the gateway. */
  readonly url: string;
  readonly token: string;
  readonly tool: string;
  readonly perSecond: number;
}

/** Calls one tool at a steady rate over kept connections, each call in a trace of its own, until it is stopped. */
export class SteadyLoad {
  /** Traces of all calls that were sent. */
  readonly sent: string[] = [];
  /** Traces of calls whose answer arrived whole and was a result. */
  readonly answered: string[] = [];
  /** Traces of calls whose answer arrived whole and was a refusal. */
  readonly refused: string[] = [];
  private readonly agent = new Agent({ keepAlive: true, maxSockets: UNDER_WAY_MAX });
  private readonly timer: NodeJS.Timeout;
  private readonly begun = performance.now();
  private endedAt = 0;
  private underWay = 0;
  private awaited: { readonly answers: number; readonly resolve: () => void } | undefined;

  constructor(private readonly options: LoadOptions) {
    this.timer = setInterval(() => this.sendWhatIsDue(), EVERY_MS);
  }

  /** Resolves when so many calls were answered. */
  reached(answers: number): Promise<void> {
    return new Promise((resolve) => (this.awaited = { answers, resolve }));
  }

  /** Sends nothing more. Calls under way are let go. */
  stop(): void {
    this.endedAt = performance.now();
    clearInterval(this.timer);
    this.agent.destroy();
  }

  /** Calls answered in each second so far. */
  get answersPerSecond(): number {
    return (this.answered.length / ((this.endedAt || performance.now()) - this.begun)) * 1_000;
  }

  private sendWhatIsDue(): void {
    const due = Math.floor(((performance.now() - this.begun) / 1_000) * this.options.perSecond);
    while (this.sent.length < due && this.underWay < UNDER_WAY_MAX) this.send();
  }

  private send(): void {
    const trace = randomBytes(16).toString('hex');
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: trace,
      method: 'tools/call',
      params: { name: this.options.tool, arguments: { trace } },
    });
    const headers = {
      'content-type': 'application/json',
      'content-length': body.length,
      authorization: `Bearer ${this.options.token}`,
      traceparent: `00-${trace}-${trace.slice(0, 16)}-01`,
    };
    this.sent.push(trace);
    this.underWay++;
    const over = (): void => void this.underWay--;
    const sent = request(this.options.url, { method: 'POST', agent: this.agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => response.complete && this.note(trace, response.statusCode, text));
      response.on('error', () => undefined);
    });
    // A connection that breaks leaves its call without an answer.
    sent
      .on('error', () => undefined)
      .once('close', over)
      .end(body);
  }

  private note(trace: string, status: number | undefined, text: string): void {
    const isResult = status === 200 && text.includes('"result"');
    (isResult ? this.answered : this.refused).push(trace);
    if (this.awaited && this.answered.length >= this.awaited.answers) this.awaited.resolve();
  }
}
