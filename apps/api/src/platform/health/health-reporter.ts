import { Injectable } from '@nestjs/common';
import { PRODUCT_VERSION } from '../../config/product-version.js';
import { StorageConfig } from '../../config/slices.js';
import { DatabaseHealthReadModel } from './database-health.read-model.js';
import { HealthRegistry } from './health-registry.js';
import type { HealthReport } from './health.dto.js';

const NOTHING_RECORDED = {
  accepted: 0,
  spooled: 0,
  stored: 0,
  waiting: 0,
  dropped: 0,
  refused: 0,
  damaged: 0,
  unnoted: 0,
  recovered: 0,
  spoolBytes: 0,
  oldestWaitingSeconds: 0,
  lastStoredAt: null,
};

/** Gathers the figures that rooms report. */
@Injectable()
export class HealthReporter {
  constructor(
    private readonly registry: HealthRegistry,
    private readonly database: DatabaseHealthReadModel,
    private readonly storage: StorageConfig,
  ) {}

  async report(): Promise<HealthReport> {
    return {
      routeTableGeneration: this.registry.read('routeTableGeneration'),
      database: { ok: await this.database.isReachable(), secondWall: this.storage.secondWall },
      audit: this.registry.read('audit') ?? NOTHING_RECORDED,
      masterKey: await this.registry.read('masterKey'),
      localServers: await this.registry.read('localServers'),
      telemetry: this.registry.read('telemetry'),
      version: PRODUCT_VERSION,
    };
  }
}
