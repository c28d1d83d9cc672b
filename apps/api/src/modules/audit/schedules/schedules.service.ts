import { Injectable } from '@nestjs/common';
import { DomainError } from '@mcpnest/shared/errors';
import { newId } from '@mcpnest/shared/ids';
import { AuditConfig } from '../../../config/slices.js';
import type { Ctx } from '../../../platform/context/ctx.js';
import { Tx } from '../../../platform/database/tx.js';
import { Ledger } from '../../../platform/events/ledger.port.js';
import { Vault, type SealedPlace } from '../../../platform/vault/vault.js';
import { periodStart, type ExportSchedule } from './export-schedule.js';
import type { CreateExportScheduleRequest, ExportScheduleView } from './schedules.dto.js';
import { SchedulesRepository } from './schedules.repository.js';

const SCHEDULES_MAX = 50;

export const authorizationPlace = (rowId: string): SealedPlace => ({
  ...{ table: 'export_schedules', rowId, owner: 'installation', column: 'sealed' },
});

/** Keeps which call records are taken out by themselves. */
@Injectable()
export class ExportSchedules {
  constructor(
    private readonly tx: Tx,
    private readonly ledger: Ledger,
    private readonly vault: Vault,
    private readonly schedules: SchedulesRepository,
    private readonly config: AuditConfig,
  ) {}

  async list(ctx: Ctx): Promise<readonly ExportScheduleView[]> {
    return (await this.schedules.list(ctx)).map(presentSchedule);
  }

  /** The first period is the one that is under way. @throws DomainError `audit.export-…`, `workspaces.not-found` */
  async create(ctx: Ctx, request: CreateExportScheduleRequest): Promise<ExportScheduleView> {
    const { name, workspace = null, filters, format, every, url = null, authorization = null } = request;
    if (url === null && this.config.exportFolder === null)
      throw new DomainError('audit.export-no-folder', { detail: 'Give an address, or start the gateway with EXPORT_DIR.' });
    if (url === null && authorization !== null)
      throw new DomainError('platform.invalid-request', { detail: 'Only an address can be given a credential.' });
    if ((await this.schedules.list(ctx)).length >= SCHEDULES_MAX)
      throw new DomainError('audit.exports-full', { detail: `Remove an export first; there may be ${SCHEDULES_MAX}.` });
    const workspaceId = workspace === null ? null : await this.schedules.workspaceId(ctx, workspace);
    if (workspace !== null && workspaceId === null) throw new DomainError('workspaces.not-found');
    const id = newId('schedule');
    const schedule: ExportSchedule = {
      ...{ id, name: name.trim(), workspaceId, workspace, filters, format, every, url, enabled: true },
      ...{ exportedUntil: periodStart(every, Date.now()), triedAt: null, rowsTaken: null, problem: null },
      sealed: authorization === null ? null : await this.vault.seal(ctx, authorizationPlace(id), authorization),
    };
    await this.tx.run(ctx, async (inside) => {
      if (!(await this.schedules.insert(inside, schedule)))
        throw new DomainError('audit.export-name-taken', { detail: `There is an export called ${schedule.name}; choose another name.` });
      await this.note(inside, schedule, 'audit.export-scheduled');
    });
    return presentSchedule(schedule);
  }

  /** @throws DomainError `audit.export-not-found` */
  async setEnabled(ctx: Ctx, id: string, enabled: boolean): Promise<ExportScheduleView> {
    const schedule = { ...(await this.find(ctx, id)), enabled };
    await this.tx.run(ctx, async (inside) => {
      await this.schedules.setEnabled(inside, id, enabled);
      await this.note(inside, schedule, 'audit.export-changed');
    });
    return presentSchedule(schedule);
  }

  /** @throws DomainError `audit.export-not-found` */
  async remove(ctx: Ctx, id: string): Promise<void> {
    const schedule = await this.find(ctx, id);
    await this.tx.run(ctx, async (inside) => {
      await this.schedules.delete(inside, id);
      await this.note(inside, schedule, 'audit.export-unscheduled');
    });
  }

  private async find(ctx: Ctx, id: string): Promise<ExportSchedule> {
    const schedule = await this.schedules.find(ctx, id);
    if (!schedule) throw new DomainError('audit.export-not-found', { detail: 'Load the list again; somebody may have removed it.' });
    return schedule;
  }

  private note(ctx: Ctx, { id, name, format, every, enabled, workspaceId }: ExportSchedule, event: ScheduleEvent): Promise<void> {
    const fact = { event, subject: { kind: 'export', id, name }, facts: { name, format, every, enabled } } as const;
    return this.ledger.append(ctx, { ...fact, ...(workspaceId === null ? {} : { workspaceId }) });
  }
}

type ScheduleEvent = 'audit.export-scheduled' | 'audit.export-changed' | 'audit.export-unscheduled';

const presentSchedule = (schedule: ExportSchedule): ExportScheduleView => {
  const { id, name, workspace, filters, format, every, url, sealed, enabled, exportedUntil, triedAt, rowsTaken, problem } = schedule;
  return {
    ...{ id, name, workspace, filters, format, every, url, enabled, problem },
    ...{ hasAuthorization: sealed !== null, exportedUntil: exportedUntil.toISOString() },
    ...{ triedAt: triedAt?.toISOString() ?? null, rows: rowsTaken },
  };
};
