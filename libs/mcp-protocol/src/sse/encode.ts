export interface OutgoingEvent { readonly event?: string; readonly data: string; readonly id?: string; readonly retry?: number }
/** A comment line that keeps a quiet stream open. */
export const KEEP_ALIVE = ':\n\n';
export function encodeEvent(event: OutgoingEvent): string { throw new Error(`unwritten ${event.data}`); }
