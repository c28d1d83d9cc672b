import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createTestApp, type TestApp } from '../../../testing/create-test-app.js';
import { quietLog } from '../../../testing/quiet-log.js';
import { MetricsServer } from '../../../platform/observability/metrics-server.js';
import { CallStream } from '../../../platform/events/call-stream.port.js';
import { callRecord } from '../testing/call-records.js';

jest.setTimeout(60_000);

describe('metrics', () => {
  let product: TestApp;
  let url: string;
  const scrape = async (path = '/metrics'): Promise<Response> => fetch(`${url}${path}`);

  beforeAll(async () => {
    quietLog();
    product = await createTestApp({ environment: { METRICS_PORT: '0', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' } });
    url = `http://127.0.0.1:${product.app.get(MetricsServer, { strict: false }).port}`;
    const stream = product.app.get(CallStream, { strict: false });
    for (let tool = 0; tool < 250; tool++)
      void stream.append(callRecord({ toolName: `tool_${tool}`, upstreamLatencyMs: 40, latencyMs: 45 }));
    void stream.append(
      callRecord({ outcome: 'limited', gate: 'rate', reason: 'gateway.rate-limited', status: 429, upstreamLatencyMs: null }),
    );
    void stream.append(
      callRecord({ toolName: 'asked by a stranger', serverSlug: null, outcome: 'denied', status: 404, gate: 'catalogue' }),
    );
  });
  afterAll(() => product.close());

  it('tell durations under the names of the MCP conventions, the server apart from the whole', async () => {
    const text = await (await scrape()).text();
    expect(text).toMatch(
      /mcp_server_operation_duration_seconds_bucket\{le="0.05",mcp_method_name="tools\/call",gen_ai_tool_name="tool_1",error_type=""\} 1/,
    );
    expect(text).toMatch(/mcp_client_operation_duration_seconds_count\{[^}]*gen_ai_tool_name="tool_1"[^}]*\} 1/);
    expect(text).toMatch(/mng_policy_denied_total\{reason="rate"\} 1/);
    expect(text).toMatch(/mng_ratelimit_rejected_total 1/);
    expect(text).toMatch(/audit_records_total\{state="accepted"\} 252/);
    expect(text).toMatch(/mng_build_info\{version="/);
  });

  it('name no more than two hundred tools, no strangers, no people and no tokens', async () => {
    const text = await (await scrape()).text();
    expect(new Set(text.match(/gen_ai_tool_name="tool_\d+"/g)).size).toBe(200);
    expect(text).toContain('gen_ai_tool_name="other"');
    expect(text).not.toMatch(/stranger|usr_1|tok_1|ws_1/);
  });

  it('count what stands now: tokens that work, changes to decide, servers that answer, the spool', async () => {
    const operator = await product.operator();
    await operator.post('/workspaces', { name: 'Acme' });
    await operator.post('/servers', { name: 'Demo', slug: 'demo', transport: { type: 'builtin', name: 'demo' } });
    await operator.post('/workspaces/acme/servers', { server: 'demo' });
    const made = [];
    for (const name of ['a', 'b']) made.push((await operator.post('/workspaces/acme/tokens', { name, kind: 'service' })).body);
    await operator.post(`/workspaces/acme/tokens/${made[0].id}/revoke`, {});
    const text = await (await scrape()).text();
    expect(text).toMatch(/^mng_tokens_active 1$/m);
    expect(text).toMatch(/^mng_tool_changes_pending 0$/m);
    expect(text).toMatch(/^mng_upstream_up\{server="demo"\} 1$/m);
    expect(text).toMatch(/^audit_spool_bytes \d+$/m);
    expect(text).toMatch(/^audit_spool_oldest_seconds \d+(\.\d+)?$/m);
    expect(text).toMatch(/^mng_upstream_probe_duration_seconds_count\{result="ok"\} [1-9]/m);
  });

  it('all stand on the page of metrics, and nothing else does', async () => {
    const ours = /^(mcp|mng|audit)_/;
    const served = [...(await (await scrape()).text()).matchAll(/^# TYPE (\S+)/gm)]
      .map(([, name]) => name!)
      .filter((name) => ours.test(name));
    const page = readFileSync(resolve('docs/reference/metrics.md'), 'utf8');
    const told = [...page.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name!);
    expect(told.sort()).toEqual(served.sort());
  });

  it('stand on their own port alone', async () => {
    expect((await scrape('/')).status).toBe(404);
    const onPublicPort = await fetch(`${product.url}/metrics`);
    expect(await onPublicPort.text()).not.toContain('mcp_server_operation');
  });
});
