import createClient, { type Client } from 'openapi-fetch';
import { ApiProblem, toApiProblem } from './api-problem.js';
import type { paths } from './generated/schema.js';

export type ApiClient = Client<paths>;

export interface ApiClientOptions {
  /** Origin of the API; empty in a browser that was served by it. */
  readonly baseUrl?: string;
  /** `mna_…`; without it the browser's session cookie speaks. */
  readonly apiKey?: string;
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** A thin typed fetch over the REST API. It keeps no state and retries nothing. */
export function createApiClient({ baseUrl = '', apiKey, fetch }: ApiClientOptions = {}): ApiClient {
  const client = createClient<paths>({
    baseUrl,
    credentials: 'same-origin',
    // Also without a body: the API takes no change with a session cookie that is not application/json.
    headers: { 'Content-Type': 'application/json', ...(apiKey ? { Authorization: `Bearer ${apiKey}` } : {}) },
    ...(fetch ? { fetch } : {}),
  });
  client.use({ onRequest: ({ request }) => declareJson(request) });
  return client;
}

/** The API takes changes as JSON only, so that no other site can send them; also those without a body must say so. */
function declareJson(request: Request): void {
  if (request.method !== 'GET' && !request.headers.has('Content-Type')) request.headers.set('Content-Type', 'application/json');
}

interface Answered<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The body of a 2xx answer; anything else, and no answer at all, is thrown as an `ApiProblem`. */
export async function answerOf<T>(call: Promise<Answered<T>>): Promise<T> {
  const { data, error, response } = await call.catch((cause: unknown): never => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiProblem(0, 'platform.unreachable', 'The server cannot be reached');
  });
  if (!response.ok) throw toApiProblem(response, error);
  return data as T;
}
