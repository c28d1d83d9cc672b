import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { HttpConfig } from '../../../config/slices.js';

const MAX_AGE_SECONDS = 14 * 24 * 60 * 60;

/** Reads and writes the session cookie (contract, environment): `__Host-` and Secure over https, plain on an http address. */
@Injectable()
export class SessionCookie {
  constructor(private readonly http: HttpConfig) {}

  /** The cookie's value, or undefined; of several with the name the first counts, as browsers send the closest one first. */
  read(request: IncomingMessage): string | undefined {
    return readCookie(request, this.name());
  }

  /** `Set-Cookie` for a new session. */
  issue(secret: string): string {
    return `${this.name()}=${secret}; ${this.attributes()}; Max-Age=${MAX_AGE_SECONDS}`;
  }

  /** `Set-Cookie` that takes the cookie away. */
  clear(): string {
    return `${this.name()}=; ${this.attributes()}; Max-Age=0`;
  }

  private name(): string {
    return this.isSecure() ? '__Host-mcpnest' : 'mcpnest';
  }

  private attributes(): string {
    return `Path=/; HttpOnly; SameSite=Lax${this.isSecure() ? '; Secure' : ''}`;
  }

  private isSecure(): boolean {
    return this.http.publicUrl.startsWith('https:');
  }
}

/** The value of a cookie; of several with the name the first that is not empty. */
export function readCookie(request: IncomingMessage, name: string): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = [pair.slice(0, Math.max(0, pair.indexOf('='))).trim(), pair.slice(pair.indexOf('=') + 1).trim()];
    if (key === name && value !== '') return value;
  }
  return undefined;
}
