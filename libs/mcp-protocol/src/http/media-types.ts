/** The two media types of the wire, as RFC 9110 writes them: case-insensitive, with parameters, and in `Accept` with weights. */

/** Whether a `Content-Type` says `application/json`, in UTF-8 if it names a charset. */
export function isJson(contentType: string | undefined): boolean {
  if (contentType === undefined) return false;
  // What nearly everybody sends, spared the taking apart.
  if (contentType === 'application/json') return true;
  const [type, ...parameters] = contentType.split(';').map((part) => part.trim().toLowerCase());
  return (
    type === 'application/json' &&
    !contentType.includes(',') &&
    parameters.every((parameter) => !parameter.startsWith('charset') || /^charset=("?)utf-?8\1$/.test(parameter))
  );
}

/** Whether a `Content-Type` says `text/event-stream`. */
export function isEventStream(contentType: string | undefined): boolean {
  return contentType?.split(';', 1)[0]!.trim().toLowerCase() === 'text/event-stream';
}

/** Whether an `Accept` names `text/event-stream` itself; wildcards do not count, as plain HTTP tools send them unasked. */
export function acceptsEventStream(accept: string | undefined): boolean {
  return accepts(accept, ['text/event-stream']);
}

/** Whether an `Accept` allows `application/json`, by name or wildcard. No header allows everything. */
export function acceptsJson(accept: string | undefined): boolean {
  return accept === undefined || accept.trim() === '' || accepts(accept, ['application/json', 'application/*', '*/*']);
}

function accepts(accept: string | undefined, types: readonly string[]): boolean {
  return (
    accept
      ?.toLowerCase()
      .split(',')
      .some((range) => {
        const [type, ...parameters] = range.split(';').map((part) => part.trim());
        return types.includes(type!) && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
      }) ?? false
  );
}
