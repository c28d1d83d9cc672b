export { Gateway, type GatewayOptions, type GatewayPorts } from './gateway.js';
export type { ListProblem, PublishedTool, ToolEntry, ToolGate, ToolView } from './catalog/tool-view.js';
export { AbortSource, type AbortListener, type CancelSignal } from './exchange/abort-source.js';
export type { Exchange, RequestBody, RequestHeaders } from './exchange/exchange.js';
export type { Principal } from './exchange/principal.js';
export { Reply, type Disposition } from './exchange/reply.js';
export type { OriginPolicy } from './policy/origin-policy.js';
export { ToolScope, type ToolGrant } from './policy/tool-scope.js';
export { CallRecorder, type CallRecord, type ClosedCall, type OpenCall, type OpenedCall } from './ports/call-recorder.js';
export { Clock } from './ports/clock.js';
export { Log, type LogFacts } from './ports/log.js';
export { SessionStore } from './ports/session-store.js';
export {
  UpstreamConnector,
  UpstreamFailure,
  type UpstreamAnswer,
  type UpstreamFailureCode,
  type UpstreamRequest,
  type UpstreamTool,
  type UpstreamToolList,
} from './ports/upstream-connector.js';
export type {
  CapabilityOption,
  EraOption,
  ExposureRoute,
  RouteTable,
  ToolSetting,
  UpstreamTarget,
  UpstreamTransport,
  WorkspaceLimits,
  WorkspaceRoute,
} from './routing/route-table.js';
export { clientSafeName, fold } from './routing/tool-names.js';
export type { LegacySession } from './sessions/legacy-session.js';
export { MemorySessionStore } from './sessions/memory-session-store.js';
