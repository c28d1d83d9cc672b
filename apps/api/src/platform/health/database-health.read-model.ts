import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemCtx } from '../context/ctx.js';
import { Tx } from '../database/tx.js';
import { HealthRegistry } from './health-registry.js';

/** Whether the database answers, and has the schema of this release. */
@Injectable()
export class DatabaseHealthReadModel implements OnModuleInit {
  private readonly ctx = systemCtx('health');

  constructor(
    private readonly tx: Tx,
    private readonly health: HealthRegistry,
  ) {}

  onModuleInit(): void {
    this.health.addCheck('database', async () => ((await this.isReachable()) ? null : 'The database cannot be reached.'));
    this.health.addCheck('migrations', async () =>
      (await this.missingMigrations()) ? 'Migrations are missing; run them as the owner.' : null,
    );
  }

  async isReachable(): Promise<boolean> {
    try {
      await this.tx.manager(this.ctx).query('SELECT 1');
      return true;
    } catch {
      return false;
    }
  }

  private async missingMigrations(): Promise<boolean> {
    const manager = this.tx.manager(this.ctx);
    const known = manager.connection.migrations.map(({ constructor, name }) => name ?? constructor.name);
    const ran: { name: string }[] = await manager.query('SELECT name FROM schema_migrations');
    const names = new Set(ran.map(({ name }) => name));
    return known.some((name) => !names.has(name));
  }
}
