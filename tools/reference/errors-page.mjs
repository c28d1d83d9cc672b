import { ERROR_CATALOG } from '@mcpnest/shared/errors';
import { code, page, table } from './markdown.mjs';

const FIXER = { caller: 'the caller', admin: 'a workspace admin', operator: 'an operator', nobody: 'time' };
const row = ([name, entry]) => [
  code(name),
  `${entry.title}.`,
  entry.status,
  entry.jsonRpcCode === undefined ? '' : code(entry.jsonRpcCode),
  entry.retryable ? 'yes' : 'no',
  FIXER[entry.fixer],
];

/** docs/reference/errors.md: every code of the catalogue, room by room. */
export function errorsPage() {
  const rooms = groupByRoom(Object.entries(ERROR_CATALOG));
  const intro = [
    'Every error the product makes itself carries one of these stable codes. The REST API answers a problem document (RFC 9457) with the code in `code`;',
    'the gateway endpoint answers a JSON-RPC error with the code in `data.reason`. Where a code has a JSON-RPC number and status 200, the answer is in-band.',
  ].join('\n');
  const parts = [...rooms].map(
    ([room, entries]) =>
      `## ${room}\n\n${table(['code', 'meaning', 'HTTP', 'JSON-RPC', 'retry helps', 'who can mend it'], entries.map(row))}`,
  );
  return page('Errors', '`libs/shared/src/errors/catalog.ts`', [intro, ...parts]);
}

const roomOf = ([name]) => name.split('.')[0];

function groupByRoom(entries) {
  const rooms = new Map();
  for (const entry of entries) rooms.set(roomOf(entry), [...(rooms.get(roomOf(entry)) ?? []), entry]);
  return rooms;
}
