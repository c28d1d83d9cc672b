import { Module, type DynamicModule } from '@nestjs/common';
import { ENTITIES } from './app.entities.js';
import { MIGRATIONS } from './app.migrations.js';
import { PortsModule } from './app.ports.js';
import type { AppConfig } from './config/app-config.js';
import { ConfigModule } from './config/config.module.js';
import { AuditModule } from './modules/audit/index.js';
import { AuthModule } from './modules/auth/index.js';
import { GatewayModule } from './modules/gateway/index.js';
import { ServersModule } from './modules/servers/index.js';
import { WorkspacesModule } from './modules/workspaces/index.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { HealthModule } from './platform/health/health.module.js';
import { ObservabilityModule } from './platform/observability/observability.module.js';
import { HttpModule } from './platform/http/http.module.js';
import { VaultModule } from './platform/vault/vault.module.js';

/** The composition root: which rooms there are. */
@Module({})
export class AppModule {
  static with(config: AppConfig, { connect }: { connect: boolean }): DynamicModule {
    const platform = [
      ConfigModule.with(config),
      DatabaseModule.with({ entities: ENTITIES, migrations: MIGRATIONS, connect }),
      HttpModule,
      VaultModule,
      HealthModule,
      ObservabilityModule,
    ];
    return {
      module: AppModule,
      imports: [...platform, PortsModule, AuthModule, WorkspacesModule, ServersModule, AuditModule, GatewayModule],
    };
  }
}
