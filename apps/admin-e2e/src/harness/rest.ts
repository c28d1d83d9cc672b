import { fromFreshAddress } from './client-address.js';
import { OPERATOR, type Gateway } from './start-gateway.js';

/** The REST API as a signed-in person, for what a test only needs to be there. */
export class Rest {
  private constructor(
    private readonly base: string,
    private readonly cookie: string,
  ) {}

  static async signIn({ url }: Gateway, person: { email: string; password: string } = OPERATOR): Promise<Rest> {
    const response = await fetch(`${url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...fromFreshAddress() },
      body: JSON.stringify({ email: person.email, password: person.password }),
    });
    if (!response.ok) throw new Error(`sign-in: ${response.status} ${await response.text()}`);
    return new Rest(
      `${url}/api/v1`,
      response.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; '),
    );
  }

  async send<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(this.base + path, {
      method,
      headers: { Cookie: this.cookie, 'Content-Type': 'application/json', ...fromFreshAddress() },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
}

/** One MCP request over the gateway's URL, as a client without a session sends it. */
export async function callGateway(url: string, token: string, method: string, params: Record<string, unknown> = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  });
  return {
    status: response.status,
    body: (await response.json()) as { result?: { tools?: { name: string }[]; isError?: boolean }; error?: unknown },
  };
}
