import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { DomainError } from '@mcpnest/shared/errors';
import type { GatewayRequest } from './gateway-request.js';

/**
 * Calls the mounted handler without a token, as a client would, on a socket that leads nowhere.
 * @throws Error where it is not refused with `auth.token-missing`: the process must not start then.
 */
export async function proveShut(run: (request: GatewayRequest, response: ServerResponse) => Promise<unknown>): Promise<void> {
  const request: GatewayRequest = new IncomingMessage(new Socket());
  request.method = 'POST';
  request.url = '/api/gw/proof';
  request.headers = { 'content-type': 'application/json' };
  try {
    await run(request, new ServerResponse(request));
  } catch (error) {
    if (error instanceof DomainError && error.code === 'auth.token-missing') return;
    throw new Error('the gateway route did not refuse a request without a token for that reason', { cause: error });
  }
  throw new Error('the gateway route answered a request without a token: its guard does not run');
}
