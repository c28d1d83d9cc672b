import { ApiContract } from './api-contract.js';

/** An answer of the REST API, already held against the OpenAPI document. */
export interface RestAnswer<T = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; undefined where there is none. */
  readonly body: T;
}

/** A problem document. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  readonly errors?: readonly { readonly pointer?: string; readonly detail?: string }[];
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface SendOptions {
  readonly body?: unknown;
  /** The body as it stands, instead of `body`. */
  readonly raw?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Who speaks: a person with a session cookie, a script with an API key, or nobody. Paths are below `/api/v1`. */
export class RestClient {
  private constructor(
    readonly origin: string,
    readonly contract: ApiContract,
    private readonly credential: Readonly<Record<string, string>>,
  ) {}

  static async anonymous(origin: string): Promise<RestClient> {
    return new RestClient(origin, await ApiContract.of(origin), {});
  }

  withKey(key: string): RestClient {
    return new RestClient(this.origin, this.contract, { authorization: `Bearer ${key}` });
  }

  /** Nobody in particular. */
  get stranger(): RestClient {
    return new RestClient(this.origin, this.contract, {});
  }

  /** The person whom an answer signed in. @throws where it set no cookie. */
  signedInBy(answer: RestAnswer): RestClient {
    const cookie = answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0]!)
      .find((pair) => pair.split('=')[1] !== '');
    if (!cookie) throw new Error(`no session cookie: ${answer.status} ${answer.text}`);
    return new RestClient(this.origin, this.contract, { cookie });
  }

  /** Whoever a cookie stands for, at this server. */
  withSession(cookie: string): RestClient {
    return new RestClient(this.origin, this.contract, { cookie });
  }

  async signIn(email: string, password: string): Promise<RestClient> {
    return this.signedInBy(await this.send('POST', '/auth/login', { body: { email, password } }));
  }

  get cookie(): string {
    return this.credential['cookie'] ?? '';
  }

  /** Sends and checks the shape of what comes back, whatever its status. */
  async send<T = Problem>(method: Method, path: string, { body, raw, headers = {} }: SendOptions = {}): Promise<RestAnswer<T>> {
    const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const sent = { ...(method === 'GET' ? {} : { 'content-type': 'application/json' }), ...this.credential, ...headers };
    const response = await fetch(`${this.origin}/api/v1${path}`, {
      method,
      headers: sent,
      redirect: 'manual',
      ...(text !== undefined && { body: text }),
    });
    const answer = await response.text();
    const parsed: unknown = answer === '' ? undefined : readJson(answer);
    const mediaType = (response.headers.get('content-type') ?? '').split(';')[0]!;
    const faults = this.contract.faults({ method, path: `/api/v1${path}`, status: response.status, mediaType, body: parsed });
    if (faults.length > 0)
      throw new Error(`the answer differs from the OpenAPI document:\n  ${faults.join('\n  ')}\n  ${answer.slice(0, 500)}`);
    return { status: response.status, headers: response.headers, text: answer, body: parsed as T };
  }

  get<T>(path: string): Promise<T> {
    return this.must('GET', path);
  }

  post<T>(path: string, body: unknown = {}): Promise<T> {
    return this.must('POST', path, body);
  }

  put<T>(path: string, body: unknown): Promise<T> {
    return this.must('PUT', path, body);
  }

  patch<T>(path: string, body: unknown): Promise<T> {
    return this.must('PATCH', path, body);
  }

  async delete(path: string): Promise<void> {
    await this.must('DELETE', path);
  }

  /** The code of a refusal with its status, such as `404 servers.not-found`, or the status alone where it was none. */
  async outcome(method: Method, path: string, options: SendOptions = {}): Promise<string> {
    const { status, body } = await this.send<Problem | undefined>(method, path, options);
    return status < 400 ? String(status) : `${status} ${body?.code}`;
  }

  private async must<T>(method: Method, path: string, body?: unknown): Promise<T> {
    const answer = await this.send<T>(method, path, { body });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
