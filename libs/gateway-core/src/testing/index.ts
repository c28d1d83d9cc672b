export {
  exposureRoute,
  GatewayHarness,
  legacy,
  modern,
  TAKES_STREAMS,
  tableOf,
  testHash,
  withCanary,
  workspaceRoute,
  type ModernOptions,
  type Received,
  type Sent,
} from './gateway-harness.js';
export { ManualClock } from './manual-clock.js';
export { OneReplica } from './one-replica.js';
export { PlainSealer } from './plain-sealer.js';
export { ReceivedStream } from './received-stream.js';
export { RecordedCalls } from './recorded-calls.js';
export { RecordedDrift } from './recorded-drift.js';
export { RecordedLog } from './recorded-log.js';
export { ScriptedCall, type ScriptedQuestion } from './scripted-call.js';
export { ScriptedConnector, type ScriptedServer } from './scripted-connector.js';
export { ScriptedWatch } from './scripted-watch.js';
export { versionLock, type LockSpec } from './version-lock.js';
export { sessionStoreContract, type StoreUnderTest } from './session-store.contract.js';
