import { Module, type DynamicModule } from '@nestjs/common';
import type { AppConfig } from './app-config.js';
import {
  AuditConfig,
  CredentialsConfig,
  EgressConfig,
  HttpConfig,
  MetricsConfig,
  LocalConfig,
  RedisConfig,
  ReplicasConfig,
  RunnersConfig,
  SetupConfig,
  StorageConfig,
  TelemetryConfig,
  VaultConfig,
} from './slices.js';

/** Hands each room its slice of the configuration; nobody gets the whole. */
@Module({})
export class ConfigModule {
  static with(config: AppConfig): DynamicModule {
    const slices = [
      { provide: HttpConfig, useValue: config.http },
      { provide: StorageConfig, useValue: config.storage },
      { provide: VaultConfig, useValue: config.vault },
      { provide: CredentialsConfig, useValue: config.credentials },
      { provide: EgressConfig, useValue: config.egress },
      { provide: ReplicasConfig, useValue: config.replicas },
      { provide: RunnersConfig, useValue: config.runners },
      { provide: RedisConfig, useValue: config.redis },
      { provide: LocalConfig, useValue: config.local },
      { provide: SetupConfig, useValue: config.setup },
      { provide: AuditConfig, useValue: config.audit },
      { provide: MetricsConfig, useValue: config.metrics },
      { provide: TelemetryConfig, useValue: config.telemetry },
    ];
    return { module: ConfigModule, global: true, providers: slices, exports: slices.map(({ provide }) => provide) };
  }
}
