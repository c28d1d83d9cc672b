export { GatewayModule } from './gateway.module.js';
export { GatewayMount } from './mcp/gateway.mount.js';
export { RunnerHost } from './runner/runner-host.service.js';
