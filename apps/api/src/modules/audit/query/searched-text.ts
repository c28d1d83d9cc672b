import { timeOfCall } from './call-position.js';

/** The id of a trace as it is stored (W3C Trace Context, trace-id). */
const TRACE_ID = /^[0-9a-f]{32}$/;

/** What a text looks for: one trace or one call where it has the form of their ids, else a part of a name. */
export type SearchedText =
  | { readonly kind: 'trace'; readonly id: string }
  | { readonly kind: 'call'; readonly id: string; readonly receivedAt: number }
  | { readonly kind: 'part'; readonly part: string };

export function readSearchedText(text: string): SearchedText {
  const id = text.trim().toLowerCase();
  if (TRACE_ID.test(id)) return { kind: 'trace', id };
  const receivedAt = timeOfCall(id);
  return receivedAt === undefined ? { kind: 'part', part: text } : { kind: 'call', id, receivedAt };
}

/** The part of a name that is looked for, null where the filters ask for none. */
export function searchedPart({ text }: { readonly text?: string }): string | null {
  const searched = text === undefined ? null : readSearchedText(text);
  return searched?.kind === 'part' ? searched.part : null;
}

/** What a name with that part in it is LIKE. */
export const likePart = (part: string): string => `%${part.replace(/[\\%_]/g, '\\$&')}%`;
