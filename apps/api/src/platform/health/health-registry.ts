import { Injectable } from '@nestjs/common';
import { Draining } from '../context/draining.js';
import type { HealthReport } from './health.dto.js';

/** Figures that rooms add to the report. */
export interface HealthFigures {
  readonly audit: HealthReport['audit'];
  readonly routeTableGeneration: number;
  readonly masterKey: Promise<HealthReport['masterKey']>;
  readonly localServers: Promise<HealthReport['localServers']>;
  readonly telemetry: HealthReport['telemetry'];
}

/** Says what is wrong, for an operator, or null where all is well. Never a secret. */
export type ReadinessCheck = () => Promise<string | null> | string | null;

/** What a check said. */
export interface CheckAnswer {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string | null;
}

/** A check that takes longer than this counts as failed. */
const PATIENCE_MS = 2_000;

/** Where rooms say whether they are ready, and what they have to report. */
@Injectable()
export class HealthRegistry {
  private readonly checks = new Map<string, ReadinessCheck>();
  private readonly reports = new Map<keyof HealthFigures, () => unknown>();

  constructor(private readonly draining: Draining) {}

  /** The process is ready only while every check says so. */
  addCheck(name: string, check: ReadinessCheck): void {
    this.checks.set(name, check);
  }

  report<K extends keyof HealthFigures>(name: K, read: () => HealthFigures[K]): void {
    this.reports.set(name, read);
  }

  /** The figures of a room, or null where it reports none. */
  read<K extends keyof HealthFigures>(name: K): HealthFigures[K] | null {
    return (this.reports.get(name)?.() as HealthFigures[K] | undefined) ?? null;
  }

  /** Asks every check, side by side; none can make this fail or wait. */
  async answers(): Promise<readonly CheckAnswer[]> {
    const drain: CheckAnswer = {
      name: 'draining',
      ok: !this.draining.hasBegun,
      detail: this.draining.hasBegun ? 'The process is stopping.' : null,
    };
    return [drain, ...(await Promise.all([...this.checks].map(([name, check]) => answer(name, check))))];
  }
}

async function answer(name: string, check: ReadinessCheck): Promise<CheckAnswer> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('No answer in time.'), PATIENCE_MS);
  });
  try {
    const detail = await Promise.race([Promise.resolve(check()), patience]);
    return { name, ok: detail === null, detail };
  } catch {
    return { name, ok: false, detail: 'The check itself failed.' };
  } finally {
    clearTimeout(timer);
  }
}
