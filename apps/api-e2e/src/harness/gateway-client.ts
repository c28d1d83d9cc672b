/** A JSON-RPC answer as scripts read it. */
export interface RpcAnswer {
  readonly jsonrpc: string;
  readonly id: string | number | null;
  readonly result?: Readonly<Record<string, unknown>> & {
    readonly tools?: readonly { readonly name: string }[];
    readonly content?: readonly { readonly type: string; readonly text?: string }[];
  };
  readonly error?: {
    readonly code: number;
    readonly message: string;
    readonly data?: { readonly reason?: string; readonly supported?: readonly string[] };
  };
}

export interface WireAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: RpcAnswer;
}

export const MODERN = '2026-07-28';
const JSON_TYPE = { 'content-type': 'application/json' };

/** An MCP client without a library: what it sends is what the test says. */
export class GatewayClient {
  constructor(
    readonly url: string,
    readonly token?: string,
  ) {}

  /** POSTs a message, as JSON or as it stands. */
  async post(message: unknown, headers: Readonly<Record<string, string>> = {}): Promise<WireAnswer> {
    return this.send('POST', typeof message === 'string' ? message : JSON.stringify(message), { ...JSON_TYPE, ...headers });
  }

  async send(method: string, body: string | undefined, headers: Readonly<Record<string, string>> = {}): Promise<WireAnswer> {
    const authorization: Record<string, string> = this.token === undefined ? {} : { authorization: `Bearer ${this.token}` };
    const response = await fetch(this.url, {
      method,
      headers: { ...authorization, ...headers },
      redirect: 'manual',
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: (isJson(response) && text !== '' ? JSON.parse(text) : undefined) as RpcAnswer,
    };
  }

  /** The stateless legacy request of a script. */
  list(): Promise<WireAnswer> {
    return this.post({ jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} });
  }

  /** The names that `tools/list` shows, in their order. */
  async toolNames(): Promise<string[]> {
    return (await this.list()).json.result?.tools?.map(({ name }) => name) ?? [];
  }

  call(name: string, args: unknown = {}, id: string | number = 1): Promise<WireAnswer> {
    return this.post({ jsonrpc: '2.0', id, method: 'tools/call', params: { name, arguments: args } });
  }

  /** A request of the modern family; `overrides` replaces headers, and takes away those it gives as undefined. */
  modern(
    method: string,
    params: Readonly<Record<string, unknown>> = {},
    overrides: Readonly<Record<string, string | undefined>> = {},
  ): Promise<WireAnswer> {
    const name = params['name'];
    const headers = {
      'mcp-protocol-version': MODERN,
      'mcp-method': method,
      ...(typeof name === 'string' && { 'mcp-name': name }),
      ...overrides,
    };
    const kept = Object.fromEntries(Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined));
    return this.post({ jsonrpc: '2.0', id: 'm-1', method, params: { _meta: envelope(), ...params } }, kept);
  }
}

/** What every modern request says of itself. */
export const envelope = (version = MODERN): Record<string, unknown> => ({
  'io.modelcontextprotocol/protocolVersion': version,
  'io.modelcontextprotocol/clientCapabilities': {},
  'io.modelcontextprotocol/clientInfo': { name: 'raw-client', version: '1.0.0' },
});

const isJson = (response: Response): boolean => /json/.test(response.headers.get('content-type') ?? '');
