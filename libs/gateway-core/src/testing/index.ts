export { exposureRoute, GatewayHarness, legacy, modern, tableOf, workspaceRoute, type Received, type Sent } from './gateway-harness.js';
export { ManualClock } from './manual-clock.js';
export { RecordedCalls } from './recorded-calls.js';
export { RecordedLog } from './recorded-log.js';
export { ScriptedConnector, type ScriptedServer } from './scripted-connector.js';
