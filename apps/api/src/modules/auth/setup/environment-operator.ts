import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { SetupConfig } from '../../../config/slices.js';
import { systemCtx } from '../../../platform/context/ctx.js';
import { FirstOperator } from './first-operator.service.js';

/** Makes the operator of `MCPNEST_ADMIN_EMAIL` and `MCPNEST_ADMIN_PASSWORD` when an empty installation starts. */
@Injectable()
export class EnvironmentOperator implements OnApplicationBootstrap {
  constructor(
    private readonly config: SetupConfig,
    private readonly firstOperator: FirstOperator,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { adminEmail: email, adminPassword: password } = this.config;
    if (email === null || password === null) return;
    await this.firstOperator.createFromEnvironment(systemCtx('environment'), { email, password, name: email.split('@')[0] ?? email });
  }
}
