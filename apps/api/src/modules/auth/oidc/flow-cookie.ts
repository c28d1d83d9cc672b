import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { HttpConfig } from '../../../config/slices.js';
import { readCookie } from '../console-sessions/session-cookie.js';

const MAX_AGE_SECONDS = 600;

/** Binds a sign-in at the provider to the browser that began it: ten minutes, unreadable to scripts, sent along when the provider sends the browser back. */
@Injectable()
export class FlowCookie {
  constructor(private readonly http: HttpConfig) {}

  read(request: IncomingMessage): string | undefined {
    return readCookie(request, this.name());
  }

  issue(secret: string): string {
    return `${this.name()}=${secret}; ${this.attributes()}; Max-Age=${MAX_AGE_SECONDS}`;
  }

  clear(): string {
    return `${this.name()}=; ${this.attributes()}; Max-Age=0`;
  }

  private name(): string {
    return this.isSecure() ? '__Host-mcpnest-sso' : 'mcpnest-sso';
  }

  private attributes(): string {
    return `Path=/; HttpOnly; SameSite=Lax${this.isSecure() ? '; Secure' : ''}`;
  }

  private isSecure(): boolean {
    return this.http.publicUrl.startsWith('https:');
  }
}
