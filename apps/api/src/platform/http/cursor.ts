import { DomainError } from '@mcpnest/shared/errors';
import type { Page } from './page.js';

/** Where a page ended: lists are sorted by time of creation, then id. */
export interface Position {
  readonly createdAt: Date;
  readonly id: string;
}

const CURSOR_LENGTH_MAX = 256;

export const encodeCursor = ({ createdAt, id }: Position): string =>
  Buffer.from(JSON.stringify([createdAt.toISOString(), id])).toString('base64url');

/** @throws DomainError `platform.invalid-request` where the cursor is none of ours */
export function decodeCursor(cursor: string | undefined): Position | null {
  if (cursor === undefined) return null;
  const position = cursor.length <= CURSOR_LENGTH_MAX && /^[\w-]+$/.test(cursor) ? readPosition(cursor) : null;
  if (!position) {
    throw new DomainError('platform.invalid-request', {
      detail: 'The cursor is not one that this list gave out; start from the first page.',
      errors: [{ pointer: '/cursor', detail: 'Not a cursor of this list.' }],
    });
  }
  return position;
}

function readPosition(cursor: string): Position | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(parts) || parts.length !== 2) return null;
    const [time, id] = parts as unknown[];
    if (typeof time !== 'string' || typeof id !== 'string' || !/^[\w-]{1,64}$/.test(id)) return null;
    const createdAt = new Date(time);
    return Number.isNaN(createdAt.getTime()) || createdAt.toISOString() !== time ? null : { createdAt, id };
  } catch {
    return null;
  }
}

/** A page out of up to `limit + 1` rows: the one too many only says that there are more. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  shape: { item: (row: Row) => Item; position: (row: Row) => Position },
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { data: shown.map(shape.item), nextCursor: rows.length > limit && last !== undefined ? encodeCursor(shape.position(last)) : null };
}
