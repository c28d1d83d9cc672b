import { createApiClient } from '@mcpnest/api-client';
import { signInAgain } from './sign-in-again';

const OWN_BUSINESS = /\/api\/v1\/(me|setup|auth\/.*)$/;

/** Sends once; when the session has ended, waits for a new one and sends the same request again. */
export async function fetchSignedIn(request: Request): Promise<Response> {
  const copy = request.clone();
  const response = await globalThis.fetch(request);
  if (response.status !== 401 || OWN_BUSINESS.test(new URL(request.url).pathname)) return response;
  return (await signInAgain.ask()) ? globalThis.fetch(copy) : response;
}

/** The one client of the console; used by `*.queries.ts` and `*.mutations.ts` alone. */
export const api = createApiClient({ baseUrl: window.location.origin, fetch: fetchSignedIn });
