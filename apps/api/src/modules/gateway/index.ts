export { GatewayModule } from './gateway.module.js';
export { GatewayMount } from './mcp/gateway.mount.js';
export { RouteTableEndpoints } from './adapters/route-table-endpoints.js';
export { RouteTableSnapshot } from './snapshot/route-table.snapshot.js';
