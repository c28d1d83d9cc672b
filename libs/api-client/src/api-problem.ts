/** One field of a request that was refused. `field` is a dotted path into the body, `message` says what to do. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** What an API answer of 4xx or 5xx said (RFC 9457). `status` 0 stands for no answer at all. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly status: number,
    /** Stable code of the error catalogue, `platform.unreachable` when nothing answered. */
    readonly code: string,
    readonly title: string,
    readonly detail: string | null = null,
    /** Id of the request, to be quoted in a report. */
    readonly reference: string | null = null,
    readonly fields: readonly FieldProblem[] = [],
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(detail ?? title);
  }
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

function fieldsOf(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => {
    if (typeof item !== 'object' || item === null) return [];
    const { field, pointer, message, detail } = item as Record<string, unknown>;
    const path =
      text(field) ??
      text(pointer)
        ?.replace(/^[#/]+/, '')
        .replaceAll('/', '.');
    const words = text(message) ?? text(detail);
    return path && words ? [{ field: path, message: words }] : [];
  });
}

/** Reads a refused response; what is not a problem document becomes one of its status alone. */
export function toApiProblem(response: Response, body: unknown): ApiProblem {
  const document = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const wait = Number(response.headers.get('retry-after') ?? NaN);
  return new ApiProblem(
    response.status,
    text(document['code']) ?? 'platform.internal',
    text(document['title']) ?? `The server answered ${response.status}`,
    text(document['detail']),
    text(document['instance']) ?? response.headers.get('x-request-id'),
    fieldsOf(document['errors']),
    Number.isFinite(wait) ? wait : null,
  );
}
