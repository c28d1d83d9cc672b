// Writes the OpenAPI document, without a database: `npm run openapi [-- <file>]`, apps/api/openapi.json unless told.
import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DEFAULT_BOUNDS } from '@mcpnest/mcp-upstream';
import type { AppConfig } from '../config/app-config.js';
import { PRODUCT_VERSION } from '../config/product-version.js';
import { createApp } from '../create-app.js';
import { openApiDocument } from '../platform/http/openapi.js';

const DEFAULT_FILE = fileURLToPath(new URL('../../openapi.json', import.meta.url));

/** Values that no route depends on: nothing is connected or initialised. */
const CONFIG: AppConfig = {
  http: { host: '127.0.0.1', port: 3000, publicUrl: 'http://127.0.0.1:3000', trustProxy: [] },
  storage: {
    dataDir: '/',
    databaseUrl: 'postgresql://nobody@127.0.0.1:1/none',
    databaseOwnerUrl: 'postgresql://nobody@127.0.0.1:1/none',
    secondWall: false,
  },
  vault: { masterKey: Buffer.alloc(32) },
  credentials: { filesFolder: null, variables: new Map() },
  egress: { allow: [], alwaysDenied: [] },
  runners: { role: 'all', url: null, host: '127.0.0.1', port: 0 },
  redis: { url: null },
  replicas: { url: null },
  local: { enabled: true, commands: [], containers: null, bounds: DEFAULT_BOUNDS, groups: false, registries: {} },
  setup: { adminEmail: null, adminPassword: null },
  audit: { retentionDays: 90, mode: 'available', spoolBytesMax: 0, exportFolder: null },
  metrics: { host: '127.0.0.1', port: null },
  telemetry: {
    ...{ tracesUrl: null, metricsUrl: null, headers: {}, timeoutMs: 0, spansEveryMs: 0, metricsEveryMs: 0 },
    ...{ sampledShare: 0, serviceName: '', attributes: {} },
  },
};

async function writeOpenApi(file: string): Promise<void> {
  const app = await createApp(CONFIG, { connect: false, logger: false });
  writeFileSync(file, `${JSON.stringify(openApiDocument(app, PRODUCT_VERSION), null, 2)}\n`);
}

writeOpenApi(process.argv[2] ?? DEFAULT_FILE).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`The OpenAPI document could not be written: ${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
