/** One event to write. `data` may have several lines; `id` and `event` may have none. */
export interface OutgoingEvent {
  readonly event?: string;
  readonly data: string;
  readonly id?: string;
  /** Milliseconds a client should wait before it reconnects. */
  readonly retry?: number;
}

/** A comment that keeps a quiet stream open. */
export const KEEP_ALIVE = ':\n\n';

const LINE_END = /\r\n|\r|\n/;

/** An event as text (HTML Living Standard, "Server-sent events"). Line ends in `event` and `id` are removed, so nothing can be injected. */
export function encodeEvent({ event, data, id, retry }: OutgoingEvent): string {
  let text = '';
  if (event !== undefined) text += `event: ${oneLine(event)}\n`;
  if (id !== undefined) text += `id: ${oneLine(id)}\n`;
  if (retry !== undefined) text += `retry: ${Math.max(0, Math.trunc(retry))}\n`;
  for (const line of data.split(LINE_END)) text += `data: ${line}\n`;
  return `${text}\n`;
}

function oneLine(value: string): string {
  return value.replace(/[\r\n\0]/g, '');
}
