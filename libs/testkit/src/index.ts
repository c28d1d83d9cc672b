export { connectSdkClientV1, connectSdkClientV2 } from './clients/connect-sdk-client.js';
export { selfSignedCertificate, type SelfSignedCertificate } from './http/self-signed-certificate.js';
export { readBody, sendJson, startHttpServer, type RunningHttpServer } from './http/start-http-server.js';
export {
  errorOf,
  resultText,
  sendEvents,
  startFakeUpstream,
  type FakeBehaviour,
  type FakeExchange,
  type FakeMessage,
  type FakeTool,
  type FakeUpstream,
  type FakeUpstreamOptions,
  type ReceivedRequest,
} from './upstream/fake-upstream.js';
export { misbehaviours } from './upstream/misbehaviours.js';
export { startEverythingServer, type RunningProcess } from './upstream/start-everything-server.js';
export { startSdkServer, type SdkServer } from './upstream/start-sdk-server.js';
