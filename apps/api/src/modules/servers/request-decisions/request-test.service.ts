import { Injectable } from '@nestjs/common';
import type { ProbeResult } from '@mcpnest/mcp-upstream';
import { DomainError } from '@mcpnest/shared/errors';
import type { WorkspaceCtx } from '../../../platform/context/ctx.js';
import { ConnectionTestService } from '../connection-test/connection-test.service.js';
import { CredentialSealer } from '../credentials/credential-sealer.js';
import { EVERYBODY } from '../credentials/credential.js';
import type { ServerRequest } from '../requests/server-request.js';
import { presentTransport } from '../versions/version.presenter.js';

/** Tries what is asked for, with the secrets given along, for whoever decides. */
@Injectable()
export class RequestTest {
  constructor(
    private readonly tests: ConnectionTestService,
    private readonly sealer: CredentialSealer,
  ) {}

  /** @throws DomainError `platform.invalid-request` where there is no address to try, `servers.address-denied`, `servers.credential-unreadable` */
  async run(ctx: WorkspaceCtx, request: ServerRequest): Promise<ProbeResult> {
    if (!request.transport)
      throw new DomainError('platform.invalid-request', { detail: 'The request is about a server of the catalogue: test it there.' });
    const transport = presentTransport(request.transport);
    const credentials = await this.opened(ctx, request);
    return this.tests.test(ctx, { transport, credentials, ...(request.serverId === null ? {} : { server: request.serverId }) });
  }

  private async opened(ctx: WorkspaceCtx, request: ServerRequest): Promise<Record<string, string>> {
    const values: Record<string, string> = {};
    try {
      for (const secret of request.secrets) values[secret.name] = await this.sealer.open(ctx, { ...secret, ...EVERYBODY });
    } catch {
      throw new DomainError('servers.credential-unreadable', { detail: 'A secret of this request cannot be read: ask for it again.' });
    }
    return values;
  }
}
