import type { Provider } from '@nestjs/common';
import { ExportTarget } from './export-target.js';
import { ScheduleJob } from './schedule.job.js';
import { SchedulesRepository } from './schedules.repository.js';
import { ExportSchedules } from './schedules.service.js';

/** What takes call records out by itself. */
export const SCHEDULE_PROVIDERS: Provider[] = [SchedulesRepository, ExportSchedules, ExportTarget, ScheduleJob];
