export { Gateway, type GatewayOptions, type GatewayPorts } from './gateway.js';
export type { Catalog } from './catalog/compile-catalog.js';
export type { PromptEntry, PromptView } from './catalog/prompt-view.js';
export type { PublishedItem } from './catalog/published-item.js';
export type { ResourceView } from './catalog/resource-view.js';
export { paramsFault } from './catalog/curated-schema.js';
export { bytesFault, DEFINITION_BYTES_MAX, utf8Length } from './catalog/definition-fault.js';
export type { ListProblem, PublishedTool, ToolEntry, ToolGate, ToolView } from './catalog/tool-view.js';
export { AbortSource, type AbortListener, type CancelSignal } from './exchange/abort-source.js';
export type { Exchange, RequestBody, RequestHeaders } from './exchange/exchange.js';
export { Limiter, type Busy, type Taken } from './limits/limiter.js';
export { dayOf, type DailyQuotas, type DayCount } from './limits/daily-quotas.js';
export { LIMIT_SCOPES, type LimitRules, type LimitScope, type LimitValues } from './limits/limit-rules.js';
export type { Principal } from './exchange/principal.js';
export { ElsewhereReply, Reply, type Disposition, type ReplyStream, type StreamSink } from './exchange/reply.js';
export { definitionHash, type Sha256 } from './lock/definition-hashes.js';
export {
  CHANGED_ITEMS,
  isLockable,
  LOCK_KINDS,
  LOCK_POLICIES,
  type ChangedItems,
  type LockedItem,
  type LockKind,
  type LockPolicy,
  type VersionLock,
} from './lock/version-lock.js';
export type { ExplainHidden } from './policy/explain-hidden.js';
export { FREEZE_KINDS, FreezeSet, type Freeze, type FreezeKind } from './policy/freeze-set.js';
export type { OriginPolicy } from './policy/origin-policy.js';
export { TOOLSET_PREFIX, ToolScope, type ToolGrant } from './policy/tool-scope.js';
export { CallRecorder, type CalledTool, type CallRecord, type ClosedCall, type OpenCall, type OpenedCall } from './ports/call-recorder.js';
export { Clock } from './ports/clock.js';
export { DriftReporter, type SeenItem, type Sighting } from './ports/drift-reporter.js';
export { Log, type LogFacts } from './ports/log.js';
export { Replicas } from './ports/replicas.js';
export { Sealer } from './ports/sealer.js';
export { SessionStore, type FoundSession } from './ports/session-store.js';
export {
  Tracer,
  type ErrandEnd,
  type ErrandSpan,
  type RequestEnd,
  type RequestSpan,
  type TracedErrand,
  type TracedRequest,
} from './ports/tracer.js';
export {
  LIST_KINDS,
  UpstreamConnector,
  UpstreamFailure,
  type CallListener,
  type ClientAnswer,
  type ClientCapabilities,
  type LeftOutItem,
  type ListKind,
  type UpstreamAnswer,
  type UpstreamCall,
  type UpstreamFacts,
  type UpstreamFailureCode,
  type UpstreamItem,
  type UpstreamList,
  type UpstreamQuestion,
  type UpstreamRequest,
  type UpstreamWatch,
  type UpstreamWatcher,
} from './ports/upstream-connector.js';
export type {
  CanaryRoute,
  CapabilityOption,
  LocalTransport,
  EraOption,
  ExposureRoute,
  ParamSetting,
  RouteTable,
  ToolSetting,
  UpstreamAuthorization,
  UpstreamTarget,
  UpstreamTransport,
  UpstreamVariable,
  WorkspaceLimits,
  WorkspaceRoute,
} from './routing/route-table.js';
export { clientSafeName, fold } from './routing/tool-names.js';
export { LegacySession, newSessionId, principalKeyOf, tokenIdOf, type SessionRecord } from './sessions/legacy-session.js';
export { MemorySessionStore } from './sessions/memory-session-store.js';
