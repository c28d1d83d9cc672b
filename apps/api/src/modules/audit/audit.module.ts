import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AnalyticsController } from './analytics/analytics.controller.js';
import { CallAnalyticsReadModel } from './analytics/call-analytics.read-model.js';
import { CompanyAnalyticsController } from './analytics/company-analytics.controller.js';
import { CallNamesRepository } from './analytics/call-names.repository.js';
import { RollupJob } from './analytics/rollup.job.js';
import { RollupRepository } from './analytics/rollup.repository.js';
import { AuditSigner } from './chain/audit-signer.js';
import { CheckpointFeed } from './chain/checkpoint-feed.js';
import { AuditPolicies } from './policies/audit-policies.js';
import { PoliciesController } from './policies/policies.controller.js';
import { PoliciesService } from './policies/policies.service.js';
import { WorkspacePoliciesRepository } from './policies/workspace-policies.repository.js';
import { DeadSpools } from './spool/dead-spools.js';
import { RowSink } from './spool/row-sink.js';
import { SpoolParts } from './spool/spool-parts.js';
import { OverviewController } from './overview/overview.controller.js';
import { OverviewReadModel } from './overview/overview.read-model.js';
import { CallExportController } from './export/call-export.controller.js';
import { CallExports } from './export/call-export.service.js';
import { METRICS_PROVIDERS } from './metrics/metrics.providers.js';
import { AuditHealth } from './spool/audit-health.js';
import { CallCountsReadModel } from './query/call-counts.read-model.js';
import { CallListReadModel } from './query/call-list.read-model.js';
import { CallRecordingInterceptor } from './interceptor/call-recording.interceptor.js';
import { CallSpool } from './spool/call-spool.js';
import { CallReaders } from './query/call-readers.js';
import { CallStreaming } from './query/call-streaming.service.js';
import { CallTail } from './query/call-tail.js';
import { CallWritesRepository } from './spool/call-writes.repository.js';
import { CallScopes } from './query/call-scopes.service.js';
import { CompanyCallsController } from './query/company-calls.controller.js';
import { CallsController } from './query/calls.controller.js';
import { AuditLedger } from './ledger/audit-ledger.repository.js';
import { CallViewsController } from './call-views/call-views.controller.js';
import { CallViewsRepository } from './call-views/call-views.repository.js';
import { CallViews } from './call-views/call-views.service.js';
import { ExportSchedulesController } from './schedules/schedules.controller.js';
import { SCHEDULE_PROVIDERS } from './schedules/schedules.providers.js';
import { WEBHOOK_PROVIDERS } from './webhooks/webhooks.providers.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';
import { LEDGER_PROVIDERS } from './ledger/ledger.providers.js';
import { LedgerController } from './ledger/ledger.controller.js';
import { GapAcknowledgementsRepository } from './losses/gap-acknowledgements.repository.js';
import { GapListReadModel } from './losses/gap-list.read-model.js';
import { LossesController } from './losses/losses.controller.js';
import { LossesService } from './losses/losses.service.js';
import { PartitionsRepository } from './retention/partitions.repository.js';
import { RetentionJob } from './retention/retention.job.js';
import { ChainRowsReadModel } from './verification/chain-rows.read-model.js';
import { EvidenceReadModel } from './verification/evidence.read-model.js';
import { VerificationController } from './verification/verification.controller.js';
import { VerificationService } from './verification/verification.service.js';
import { VersionHistoryController } from './version-history/version-history.controller.js';
import { VersionHistoryReadModel } from './version-history/version-history.read-model.js';

/** Remembers: administrative facts in the ledger, tool calls in `mcp_tool_calls`. */
@Module({
  controllers: [
    VerificationController,
    LossesController,
    PoliciesController,
    LedgerController,
    CallViewsController,
    WebhooksController,
    ExportSchedulesController,
    CallsController,
    CompanyCallsController,
    AnalyticsController,
    CompanyAnalyticsController,
    CallExportController,
    OverviewController,
    VersionHistoryController,
  ],
  providers: [
    AuditLedger,
    ...LEDGER_PROVIDERS,
    ...WEBHOOK_PROVIDERS,
    ...SCHEDULE_PROVIDERS,
    CallViewsRepository,
    CallViews,
    VersionHistoryReadModel,
    CallWritesRepository,
    { provide: RowSink, useExisting: CallWritesRepository },
    AuditSigner,
    ChainRowsReadModel,
    EvidenceReadModel,
    VerificationService,
    GapAcknowledgementsRepository,
    GapListReadModel,
    LossesService,
    CheckpointFeed,
    SpoolParts,
    WorkspacePoliciesRepository,
    PoliciesService,
    AuditPolicies,
    CallSpool,
    DeadSpools,
    AuditHealth,
    CallCountsReadModel,
    CallListReadModel,
    CallScopes,
    CallExports,
    OverviewReadModel,
    ...METRICS_PROVIDERS,
    CallAnalyticsReadModel,
    CallNamesRepository,
    RollupRepository,
    RollupJob,
    CallTail,
    CallReaders,
    CallStreaming,
    PartitionsRepository,
    RetentionJob,
    { provide: APP_INTERCEPTOR, useClass: CallRecordingInterceptor },
  ],
  exports: [AuditLedger, CallCountsReadModel, CallSpool],
})
export class AuditModule {}
