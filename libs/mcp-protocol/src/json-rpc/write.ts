/**
 * JSON-RPC messages as texts. What is already JSON is never serialised again: arguments named `…Text` are raw JSON that
 * the caller has scanned or written.
 */

/** A success response. */
export function resultMessage(idText: string, resultText: string): string {
  return `{"jsonrpc":"2.0","id":${idText},"result":${resultText}}`;
}

/** An error response; without `idText` it has no id member, for faults before a request could be read. */
export function errorMessage(idText: string | undefined, code: number, message: string, data?: unknown): string {
  const id = idText === undefined ? '' : `"id":${idText},`;
  const detail = data === undefined ? '' : `,"data":${JSON.stringify(data)}`;
  return `{"jsonrpc":"2.0",${id}"error":{"code":${code},"message":${JSON.stringify(message)}${detail}}}`;
}

/** A request. */
export function requestMessage(idText: string, method: string, paramsText: string | undefined): string {
  return `{"jsonrpc":"2.0","id":${idText},"method":${JSON.stringify(method)}${paramsPart(paramsText)}}`;
}

/** A notification. */
export function notificationMessage(method: string, paramsText?: string): string {
  return `{"jsonrpc":"2.0","method":${JSON.stringify(method)}${paramsPart(paramsText)}}`;
}

/** `{"key":raw,…}` in the order given; keys are escaped, values are not touched. */
export function objectText(members: Iterable<readonly [string, string]>): string {
  let text = '';
  for (const [key, raw] of members) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${raw}`;
  return `{${text}}`;
}

function paramsPart(paramsText: string | undefined): string {
  return paramsText === undefined ? '' : `,"params":${paramsText}`;
}
