export { connectSdkClientV1, connectSdkClientV2 } from './clients/connect-sdk-client.js';
export { CANCELLED, WAITING } from './fixture/own-tools.js';
export { WATCHED } from './fixture/resources.js';
export { FIXTURE_MODES, startFixtureServer, type FixtureMode, type FixtureServer } from './fixture/start-fixture-server.js';
export { selfSignedCertificate, type SelfSignedCertificate } from './http/self-signed-certificate.js';
export { readBody, sendJson, startHttpServer, type RunningHttpServer } from './http/start-http-server.js';
export { startAuthorizationServer, type AuthorizationServer } from './sign-in/authorization-server.js';
export { CookieBrowser } from './sign-in/cookie-browser.js';
export { ACCOUNT_HEADER, startProtectedServer, type ProtectedServer } from './sign-in/protected-server.js';
export { errorOf, FakeError, resultText, sendEvents, type FakeMessage } from './upstream/fake-messages.js';
export type { FakeCall, FakeItem, FakeOffers, FakeScript, FakeTool, FakeUpstreamOptions } from './upstream/fake-options.js';
export {
  startFakeUpstream,
  type FakeBehaviour,
  type FakeExchange,
  type FakeUpstream,
  type ReceivedRequest,
} from './upstream/fake-upstream.js';
export { misbehaviours } from './upstream/misbehaviours.js';
export { startEverythingServer, type RunningProcess } from './upstream/start-everything-server.js';
export { startSdkServer, type SdkServer } from './upstream/start-sdk-server.js';
export { openPythonIndex, type MadeWheel, type PythonIndex } from './packages/python-index.js';
export { PYTHON_SERVER } from './packages/python-server.js';
export { openNpmRegistry, type MadePackage, type NpmRegistry } from './packages/npm-registry.js';
export { copyBarePython, pipOf, uvFolderOf } from './packages/bare-python.js';
export { bringUv, HAS_UV } from './packages/uv-tool.js';
export { sourceProgram } from './programs/source-program.js';
