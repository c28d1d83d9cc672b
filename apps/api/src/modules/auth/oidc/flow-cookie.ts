import { Injectable } from '@nestjs/common';
import { HttpConfig } from '../../../config/slices.js';
import { ConsoleCookie } from '../console-cookie.js';

const MAX_AGE_SECONDS = 600;

/** Binds a sign-in at the provider to the browser that began it: ten minutes, sent along when the provider sends the browser back. */
@Injectable()
export class FlowCookie extends ConsoleCookie {
  constructor(http: HttpConfig) {
    super(http, 'mcpnest-sso', MAX_AGE_SECONDS);
  }
}
