import { Global, Module } from '@nestjs/common';
import { DatabaseHealthReadModel } from './database-health.read-model.js';
import { HealthController } from './health.controller.js';
import { HealthRegistry } from './health-registry.js';
import { HealthReporter } from './health-reporter.js';

/** `/livez`, `/readyz` and the health report. */
@Global()
@Module({
  controllers: [HealthController],
  providers: [HealthRegistry, HealthReporter, DatabaseHealthReadModel],
  exports: [HealthRegistry],
})
export class HealthModule {}
