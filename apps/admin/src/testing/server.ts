import type { Me } from '@mcpnest/api-client';

/** One request that the console sent. */
export interface Sent {
  method: string;
  path: string;
  body: unknown;
  headers: Headers;
}

type Method = 'get' | 'post' | 'patch' | 'put' | 'delete';

interface Answer {
  readonly method: Method;
  /** Parts of a path below `/api/v1`; one that begins with a colon stands for anything. */
  readonly parts: readonly string[];
  readonly body: unknown;
  readonly status: number;
}

let answers: Answer[] = [];
let sent: Sent[] = [];

/** The changes that were sent, oldest first; reading is left out. */
export const changes = (): readonly Sent[] => sent.filter(({ method }) => method !== 'GET');

/** Answers a path below `/api/v1` from now on, whatever the query; later answers win over earlier ones. */
export function answer(method: Method, path: string, body: unknown, status = 200): void {
  answers = [{ method, parts: path.split('/'), body, status }, ...answers];
}

function respond(method: string, path: string): Response {
  const parts = path.split('/');
  const fits = (wanted: readonly string[]) =>
    wanted.length === parts.length && wanted.every((part, at) => part === parts[at] || (part.startsWith(':') && parts[at] !== ''));
  const found = answers.find((one) => one.method === method.toLowerCase() && fits(one.parts));
  if (found?.status === 204) return new Response(null, { status: 204 });
  const status = found?.status ?? 404;
  const body = found ? found.body : { code: 'platform.not-found', title: `no answer for ${method} ${path}`, status };
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
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
        'requests:create',
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
  answers = [];
  sent = [];
  answer('get', '/me', OPERATOR);
}

globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const text = await request.clone().text();
  const path = new URL(request.url).pathname.replace('/api/v1', '');
  sent.push({ method: request.method, path, body: text === '' ? undefined : JSON.parse(text), headers: request.headers });
  return respond(request.method, path);
};
