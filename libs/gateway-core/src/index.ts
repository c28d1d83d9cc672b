export { CallRecorder, type CallRecord, type ClosedCall, type OpenCall, type OpenedCall } from './ports/call-recorder.js';
export {
  UpstreamConnector, UpstreamFailure,
  type UpstreamAnswer, type UpstreamFailureCode, type UpstreamRequest, type UpstreamTool, type UpstreamToolList,
} from './ports/upstream-connector.js';
export type { ExposureRoute, RouteTable, ToolSetting, UpstreamTarget, WorkspaceLimits, WorkspaceRoute } from './routing/route-table.js';
