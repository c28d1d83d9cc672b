const LENGTH_MAX = 2_048;

/**
 * Where messages are posted to, from the data of an `endpoint` event, which is resolved against the stream's own URL
 * (2024-11-05, "HTTP with SSE").
 * @returns path and query; undefined for what is no URL, is too long, or leaves the stream's origin (security bar E2).
 */
export function postPath(data: string, streamUrl: URL): string | undefined {
  if (data === '' || data.length > LENGTH_MAX || !URL.canParse(data, streamUrl.href)) return undefined;
  const url = new URL(data, streamUrl);
  if (url.origin !== streamUrl.origin || url.username !== '' || url.password !== '') return undefined;
  return url.pathname + url.search;
}
