import { Injectable } from '@nestjs/common';
import type { ProbeResult } from '@mcpnest/mcp-upstream';
import type { Ctx } from '../../../platform/context/ctx.js';
import { ConnectionTestService } from '../connection-test/connection-test.service.js';
import { CredentialDesks } from './credential-desks.service.js';
import type { CredentialValues } from './credential-values.js';
import type { CredentialHolder } from './credential.js';

/** Tries new values on the server they are for, before anything is switched. Stores nothing. */
@Injectable()
export class CredentialTest {
  constructor(
    private readonly desks: CredentialDesks,
    private readonly tests: ConnectionTestService,
  ) {}

  /** Slots that are left out are tried with what the holder's calls would carry. @throws as `ConnectionTestService.test` does */
  async run(ctx: Ctx, reference: string, values: CredentialValues, holder: CredentialHolder): Promise<ProbeResult> {
    const { server, version } = await this.desks.find(ctx, reference, holder);
    return this.tests.testVersion(ctx, { server, version, holder, given: values });
  }
}
