import { Injectable } from '@nestjs/common';
import { HttpConfig } from '../../../config/slices.js';
import { ConsoleCookie } from '../../auth/index.js';

const MAX_AGE_SECONDS = 600;

/** Binds a connection under way to the browser that began it: ten minutes, sent along when the authorization server sends the browser back. */
@Injectable()
export class AccountFlowCookie extends ConsoleCookie {
  constructor(http: HttpConfig) {
    super(http, 'mcpnest-account', MAX_AGE_SECONDS);
  }
}
