import { Client, StreamableHTTPClientTransport, type ClientCapabilities } from '@modelcontextprotocol/client';

/** The protocol family a client speaks. */
export type ClientEra = '2025' | '2026';

const EVERYTHING: ClientCapabilities = {
  elicitation: { form: {}, url: {} },
  sampling: {},
  roots: { listChanged: true },
};

/** A client of the official library that answers every question, and remembers what it was told and asked. */
export class MatrixClient {
  /** Methods of notifications, with the URI of an update behind them. */
  readonly told: string[] = [];
  readonly asked: string[] = [];
  private wake: (() => void)[] = [];

  private constructor(readonly client: Client) {}

  static async connect(url: string, token: string, era: ClientEra, capabilities = EVERYTHING): Promise<MatrixClient> {
    const mode = era === '2026' ? 'auto' : 'legacy';
    const client = new Client({ name: 'matrix', version: '1.0.0' }, { capabilities, versionNegotiation: { mode } });
    const self = new MatrixClient(client);
    self.answer(capabilities);
    self.hear();
    const headers = { authorization: `Bearer ${token}` };
    await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } }));
    return self;
  }

  /** The text of a tool's answer. */
  async said(name: string, args: Record<string, unknown> = {}, meta?: Record<string, unknown>): Promise<string> {
    const { content } = await this.client.callTool({ name, arguments: args, ...(meta && { _meta: meta }) });
    return (content[0] as { text?: string } | undefined)?.text ?? '';
  }

  /** Resolves once it was told this. */
  async hears(what: string): Promise<void> {
    while (!this.told.includes(what)) await new Promise<void>((resolve) => this.wake.push(resolve));
  }

  private answer({ elicitation, sampling, roots }: ClientCapabilities): void {
    if (elicitation)
      this.client.setRequestHandler('elicitation/create', ({ params }) => {
        this.asked.push(`elicitation ${params.mode ?? 'form'}`);
        return params.mode === 'url'
          ? { action: 'accept' }
          : { action: 'accept', content: { name: 'Ada', color: 'blue', context: 'the weather', ok: true } };
      });
    if (sampling)
      this.client.setRequestHandler('sampling/createMessage', () => {
        this.asked.push('sampling');
        return { role: 'assistant', content: { type: 'text', text: 'Paris' }, model: 'm' };
      });
    if (roots)
      this.client.setRequestHandler('roots/list', () => {
        this.asked.push('roots');
        return { roots: [{ uri: 'file:///home/ada' }] };
      });
  }

  private hear(): void {
    const tell = (what: string): void => {
      this.told.push(what);
      for (const wake of this.wake.splice(0)) wake();
    };
    for (const list of ['tools', 'prompts', 'resources'] as const)
      this.client.setNotificationHandler(`notifications/${list}/list_changed`, () => tell(list));
    this.client.setNotificationHandler('notifications/resources/updated', ({ params }) => tell(params.uri));
    this.client.setNotificationHandler('notifications/message', ({ params }) => tell(`log ${String(params.data)}`));
  }
}
