/** Members of `params` of notifications, read from raw JSON that was scanned before. */

/** `progressToken` of a `notifications/progress`; undefined where there is none. */
export function progressTokenOf(paramsText: string | undefined): unknown {
  return paramsText === undefined ? undefined : (JSON.parse(paramsText) as { progressToken?: unknown }).progressToken;
}

/** `requestId` of a `notifications/cancelled`; undefined where there is none. */
export function cancelledIdOf(paramsText: string | undefined): string | number | undefined {
  const id = paramsText === undefined ? undefined : (JSON.parse(paramsText) as { requestId?: unknown }).requestId;
  return typeof id === 'string' || typeof id === 'number' ? id : undefined;
}
