import type { Me } from '@mcpnest/api-client';
import { getResponse, http, HttpResponse, type JsonBodyType, type RequestHandler } from 'msw';

/** One request that the console sent. */
export interface Sent {
  method: string;
  path: string;
  body: unknown;
  headers: Headers;
}

let handlers: RequestHandler[] = [];
let sent: Sent[] = [];

/** The changes that were sent, oldest first; reading is left out. */
export const changes = (): readonly Sent[] => sent.filter(({ method }) => method !== 'GET');

type Method = 'get' | 'post' | 'patch' | 'put' | 'delete';

/** Answers a path below `/api/v1` from now on; later answers win over earlier ones. */
export function answer<Body extends JsonBodyType>(method: Method, path: string, body: Body, status = 200): void {
  const respond = () => (status === 204 ? new HttpResponse(null, { status }) : HttpResponse.json(body, { status }));
  handlers = [http[method](`*/api/v1${path}`, respond), ...handlers];
}

/** Refuses as the API does. */
export const refuse = (
  method: Method,
  path: string,
  status: number,
  problem: { code: string; title: string; detail?: string; errors?: { field: string; message: string }[] },
): void => answer(method, path, { type: 'about:blank', status, instance: 'req_test', ...problem }, status);

/** An operator who may do everything in the workspace `team`. */
export const OPERATOR: Me = {
  id: 'usr_1',
  email: 'ada@example.com',
  name: 'Ada',
  operator: true,
  authenticatedBy: 'session',
  permissions: [
    'workspaces:create',
    'servers:read',
    'servers:write',
    'versions:approve',
    'credentials:write',
    'ledger:read',
    'settings:write',
  ],
  workspaces: [
    {
      id: 'wsp_1',
      slug: 'team',
      name: 'Team',
      role: 'owner',
      permissions: [
        'workspace:read',
        'workspace:update',
        'workspace:delete',
        'members:read',
        'members:write',
        'exposures:read',
        'exposures:write',
        'tools:read',
        'tools:write',
        'tokens:read',
        'tokens:write-own',
        'tokens:write',
        'calls:read',
        'calls:read-own',
      ],
    },
  ],
};

/** An empty API with a signed-in operator; anything not answered is 404. */
export function resetServer(): void {
  handlers = [];
  sent = [];
  answer('get', '/me', OPERATOR);
}

globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const text = await request.clone().text();
  sent.push({
    method: request.method,
    path: new URL(request.url).pathname.replace('/api/v1', ''),
    body: text === '' ? undefined : JSON.parse(text),
    headers: request.headers,
  });
  return (
    (await getResponse(handlers, request)) ??
    new Response(JSON.stringify({ code: 'platform.not-found', title: `no answer for ${request.method} ${request.url}`, status: 404 }), {
      status: 404,
    })
  );
};
