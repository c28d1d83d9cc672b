import { csvCell, type ExportFormat } from '../export/call-text.js';
import type { LedgerEntry } from './ledger.dto.js';

const COLUMNS: Readonly<Record<string, (entry: LedgerEntry) => string | number | null>> = {
  number: ({ number }) => number,
  createdAt: ({ createdAt }) => createdAt,
  actorKind: ({ actor }) => actor.kind,
  actorId: ({ actor }) => actor.id,
  actorName: ({ actor }) => actor.name,
  event: ({ event }) => event,
  subjectKind: ({ subject }) => subject.kind,
  subjectId: ({ subject }) => subject.id,
  subjectName: ({ subject }) => subject.name,
  workspaceId: ({ workspaceId }) => workspaceId,
  requestId: ({ requestId }) => requestId,
  facts: ({ facts }) => JSON.stringify(facts),
  changes: ({ changes }) => JSON.stringify(changes),
  moreChanges: ({ moreChanges }) => moreChanges,
  sequence: ({ sequence }) => sequence,
  hash: ({ hash }) => hash,
};

/** What comes before the first fact. */
export const ledgerHeadOf = (format: ExportFormat): string => (format === 'csv' ? `${Object.keys(COLUMNS).join(',')}\r\n` : '');

/** One fact as a line. */
export const ledgerLineOf = (format: ExportFormat, entry: LedgerEntry): string =>
  format === 'csv'
    ? `${Object.values(COLUMNS)
        .map((read) => csvCell(read(entry)))
        .join(',')}\r\n`
    : `${JSON.stringify(entry)}\n`;
