import type { ExportFormat } from '../export/call-text.js';
import type { CallFilters } from '../query/calls-query.dto.js';

/** An export that comes by itself. */
export interface ExportSchedule {
  readonly id: string;
  readonly name: string;
  /** Null: over all workspaces. */
  readonly workspaceId: string | null;
  readonly workspace: string | null;
  readonly filters: Omit<CallFilters, 'from' | 'to'>;
  readonly format: ExportFormat;
  readonly every: 'hour' | 'day';
  /** Where files are sent to; null: they are written to the folder of exports. */
  readonly url: string | null;
  readonly sealed: string | null;
  readonly enabled: boolean;
  readonly exportedUntil: Date;
  readonly triedAt: Date | null;
  readonly rowsTaken: number | null;
  readonly problem: string | null;
}

const LENGTHS_MS = { hour: 3_600_000, day: 86_400_000 } as const;
/** Records reach the database within a second; those of a process that died a little later. */
const GRACE_MS = 10 * 60_000;

/** The beginning of the period that a time is in, UTC. */
export const periodStart = (every: ExportSchedule['every'], at: number): Date => new Date(at - (at % LENGTHS_MS[every]));

/** The next period that is over, or null where none is yet. */
export function duePeriod({ every, exportedUntil }: ExportSchedule, now = Date.now()): { readonly from: Date; readonly to: Date } | null {
  const to = new Date(exportedUntil.getTime() + LENGTHS_MS[every]);
  return to.getTime() + GRACE_MS <= now ? { from: exportedUntil, to } : null;
}

/** Of ours alone, so that nothing anybody typed becomes part of a path. */
export const fileNameOf = ({ id, format }: ExportSchedule, from: Date): string =>
  `${id}-${from.toISOString().slice(0, 16).replaceAll(':', '')}Z.${format}`;
