import { Global, Module } from '@nestjs/common';
import { AuditLedger, AuditModule, CallCountsReadModel, CallSpool } from './modules/audit/index.js';
import { AuthModule, Memberships, RequestAuthenticator } from './modules/auth/index.js';
import { GatewayModule } from './modules/gateway/index.js';
import { GuardedOutbound, ServersModule } from './modules/servers/index.js';
import { WorkspaceMemberships, WorkspacePermissions, WorkspacesModule } from './modules/workspaces/index.js';
import { CallCounts } from './platform/events/call-counts.port.js';
import { CallStream } from './platform/events/call-stream.port.js';
import { Ledger } from './platform/events/ledger.port.js';
import { Authenticator } from './platform/http/authenticator.port.js';
import { Outbound } from './platform/http/outbound.port.js';
import { Permissions } from './platform/http/permissions.port.js';

/** Which room stands behind each port. Global, so that rooms below may use what rooms above implement. */
const BINDINGS = [
  { provide: Authenticator, useExisting: RequestAuthenticator },
  { provide: Permissions, useExisting: WorkspacePermissions },
  { provide: Memberships, useExisting: WorkspaceMemberships },
  { provide: Outbound, useExisting: GuardedOutbound },
  { provide: Ledger, useExisting: AuditLedger },
  { provide: CallStream, useExisting: CallSpool },
  { provide: CallCounts, useExisting: CallCountsReadModel },
];

@Global()
@Module({
  imports: [AuthModule, WorkspacesModule, ServersModule, AuditModule, GatewayModule],
  providers: BINDINGS,
  exports: [...BINDINGS.map(({ provide }) => provide), GatewayModule],
})
export class PortsModule {}
