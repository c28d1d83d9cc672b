/** An answer with its body read. */
export interface RestAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON; null where there is none. */
  readonly body: any;
  readonly text: string;
}

/** Speaks to the REST API as one browser does: keeps the session cookie, sends JSON. */
export class RestClient {
  private cookie = '';

  constructor(
    readonly url: string,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  get = (path: string): Promise<RestAnswer> => this.send('GET', path);
  post = (path: string, body?: unknown): Promise<RestAnswer> => this.send('POST', path, body);
  put = (path: string, body?: unknown): Promise<RestAnswer> => this.send('PUT', path, body);
  patch = (path: string, body?: unknown): Promise<RestAnswer> => this.send('PATCH', path, body);
  delete = (path: string): Promise<RestAnswer> => this.send('DELETE', path);

  /** @param path below `/api/v1`, or a whole path where it begins with `//` */
  async send(method: string, path: string, body?: unknown): Promise<RestAnswer> {
    const target = path.startsWith('//') ? path.slice(1) : `/api/v1${path}`;
    const hasBody = body !== undefined || (method !== 'GET' && method !== 'DELETE');
    const response = await fetch(this.url + target, {
      method,
      redirect: 'manual',
      headers: {
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
        ...this.headers,
      },
      ...(hasBody ? { body: JSON.stringify(body ?? {}) } : {}),
    });
    for (const cookie of response.headers.getSetCookie()) this.cookie = cookie.split(';')[0] ?? '';
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : null,
      text,
    };
  }
}
