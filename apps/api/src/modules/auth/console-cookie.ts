import type { IncomingMessage } from 'node:http';
import type { HttpConfig } from '../../config/slices.js';

/** A cookie of the console, unreadable to scripts (contract, environment): `__Host-` and Secure over https, plain on an http address. */
export abstract class ConsoleCookie {
  protected constructor(
    private readonly http: HttpConfig,
    private readonly baseName: string,
    private readonly maxAgeSeconds: number,
  ) {}

  /** The cookie's value, or undefined; of several with the name the first that is not empty, as browsers send the closest one first. */
  read(request: IncomingMessage): string | undefined {
    const name = this.name();
    for (const pair of (request.headers.cookie ?? '').split(';')) {
      const [key, value] = [pair.slice(0, Math.max(0, pair.indexOf('='))).trim(), pair.slice(pair.indexOf('=') + 1).trim()];
      if (key === name && value !== '') return value;
    }
    return undefined;
  }

  /** `Set-Cookie` that gives it a value. */
  issue(secret: string): string {
    return `${this.name()}=${secret}; ${this.attributes()}; Max-Age=${this.maxAgeSeconds}`;
  }

  /** `Set-Cookie` that takes the cookie away. */
  clear(): string {
    return `${this.name()}=; ${this.attributes()}; Max-Age=0`;
  }

  private name(): string {
    return this.isSecure() ? `__Host-${this.baseName}` : this.baseName;
  }

  private attributes(): string {
    return `Path=/; HttpOnly; SameSite=Lax${this.isSecure() ? '; Secure' : ''}`;
  }

  private isSecure(): boolean {
    return this.http.publicUrl.startsWith('https:');
  }
}
