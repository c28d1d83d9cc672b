import { Module } from '@nestjs/common';
import { AuthModule, EndpointDirectory } from '../auth/index.js';
import { ServersModule } from '../servers/index.js';
import { WorkspacesModule } from '../workspaces/index.js';
import { ExplanationSlot } from './adapters/explanation-slot.js';
import { gatewayProvider } from './adapters/gateway.provider.js';
import { NotedDrift } from './adapters/noted-drift.js';
import { RouteTableEndpoints } from './adapters/route-table-endpoints.js';
import { upstreamConnectorProvider } from './adapters/upstream-connector.provider.js';
import { GatewayShutdown } from './gateway-shutdown.js';
import { DayCountsRepository } from './limits/day-counts.repository.js';
import { QuotaKeeper } from './limits/quota-keeper.js';
import { BusySharing } from './limits/busy-sharing.js';
import { LimitShares } from './limits/limit-shares.js';
import { RateSharing } from './limits/rate-sharing.js';
import { FailedAddresses } from './mcp/failed-addresses.js';
import { GatewayController } from './mcp/gateway.controller.js';
import { GatewayMount } from './mcp/gateway.mount.js';
import { GatewayProxyService } from './mcp/gateway-proxy.service.js';
import { RefusalLog } from './mcp/refusal-log.js';
import { StreamedTokens } from './mcp/streamed-tokens.js';
import { PublishedListsController } from './published-tools/published-lists.controller.js';
import { PublishedToolsController } from './published-tools/published-tools.controller.js';
import { PublishedToolsService } from './published-tools/published-tools.service.js';
import { ReplicaForwarder } from './replicas/replica-forwarder.js';
import { ReplicaRegistry } from './replicas/replica-registry.js';
import { ReplicasRepository } from './replicas/replicas.repository.js';
import { RunnerHost } from './runner/runner-host.service.js';
import { RunnerTable } from './runner/runner-table.js';
import { LegacySessionsRepository } from './sessions/legacy-sessions.repository.js';
import { sessionStoreProviders } from './sessions/session-store.provider.js';
import { SessionUpkeep } from './sessions/session-upkeep.js';
import { RouteTables } from './snapshot/route-tables.js';
import { RouteTableSnapshot } from './snapshot/route-table.snapshot.js';
import { ToolBillController } from './tool-bill/tool-bill.controller.js';
import { ToolCurationController } from './tool-curation/tool-curation.controller.js';
import { ToolCuration } from './tool-curation/tool-curation.service.js';
import { AdminAnswers } from './tool-explanation/admin-answers.js';
import { ToolExplanationController } from './tool-explanation/tool-explanation.controller.js';
import { ToolExplanations } from './tool-explanation/tool-explanation.service.js';

/** Carries messages. `GatewayController` is a provider on purpose: see its own words. */
@Module({
  imports: [AuthModule, WorkspacesModule, ServersModule],
  controllers: [PublishedToolsController, PublishedListsController, ToolCurationController, ToolExplanationController, ToolBillController],
  providers: [
    gatewayProvider,
    NotedDrift,
    ReplicasRepository,
    ReplicaRegistry,
    ReplicaForwarder,
    LegacySessionsRepository,
    ...sessionStoreProviders,
    SessionUpkeep,
    StreamedTokens,
    upstreamConnectorProvider,
    RouteTables,
    RouteTableSnapshot,
    RunnerTable,
    RunnerHost,
    GatewayShutdown,
    GatewayController,
    GatewayProxyService,
    GatewayMount,
    RefusalLog,
    FailedAddresses,
    DayCountsRepository,
    QuotaKeeper,
    LimitShares,
    RateSharing,
    BusySharing,
    PublishedToolsService,
    ExplanationSlot,
    ToolCuration,
    ToolExplanations,
    AdminAnswers,
    { provide: EndpointDirectory, useClass: RouteTableEndpoints },
  ],
  exports: [GatewayMount, RouteTableSnapshot, EndpointDirectory],
})
export class GatewayModule {}
