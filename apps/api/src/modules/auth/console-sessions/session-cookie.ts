import { Injectable } from '@nestjs/common';
import { HttpConfig } from '../../../config/slices.js';
import { ConsoleCookie } from '../console-cookie.js';

const MAX_AGE_SECONDS = 14 * 24 * 60 * 60;

/** Carries the secret of a console session. */
@Injectable()
export class SessionCookie extends ConsoleCookie {
  constructor(http: HttpConfig) {
    super(http, 'mcpnest', MAX_AGE_SECONDS);
  }
}
