/** A page a browser ended up on. */
export interface Visit {
  readonly url: URL;
  readonly status: number;
  readonly text: string;
  /** Every address on the way, the last one included. */
  readonly way: readonly string[];
}

/** Follows redirects over several sites as a browser does, with cookies kept per host and port. */
export class CookieBrowser {
  private readonly jars = new Map<string, Map<string, string>>();

  /** @param stopAt does not visit an address that this says yes to, and answers with it instead */
  async visit(address: string, stopAt: (url: URL) => boolean = () => false): Promise<Visit> {
    const way: string[] = [];
    for (let url = new URL(address); way.length < 20;) {
      way.push(url.href);
      if (stopAt(url)) return { url, status: 0, text: '', way };
      const response = await fetch(url, { redirect: 'manual', headers: { cookie: this.cookies(url) } });
      this.keep(url, response);
      const location = response.headers.get('location');
      if (response.status < 300 || response.status >= 400 || location === null)
        return { url, status: response.status, text: await response.text(), way };
      await response.body?.cancel();
      url = new URL(location, url);
    }
    throw new Error(`too many redirects: ${way.join(' → ')}`);
  }

  /** Sends JSON as a page's script does. */
  async send(
    method: string,
    address: string,
    body?: unknown,
  ): Promise<{ readonly status: number; readonly text: string; readonly body: any }> {
    const url = new URL(address);
    const hasBody = body !== undefined || method === 'POST';
    const response = await fetch(url, {
      method,
      headers: { cookie: this.cookies(url), ...(method !== 'GET' && { 'content-type': 'application/json' }) },
      ...(hasBody && { body: JSON.stringify(body ?? {}) }),
    });
    this.keep(url, response);
    const text = await response.text();
    return { status: response.status, text, body: /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : null };
  }

  /** What would be sent to this address. */
  cookies(url: URL): string {
    return [...(this.jars.get(url.host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private keep(url: URL, response: Response): void {
    const jar = this.jars.get(url.host) ?? new Map<string, string>();
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      if (value === '' || /max-age=0/i.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
    this.jars.set(url.host, jar);
  }
}
