import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EnvironmentError } from './environment-error.js';
import { describeEnvironment, readEnvironment } from './env.schema.js';

const faultsOf = (source: Record<string, string>): EnvironmentError => {
  try {
    readEnvironment(source);
  } catch (error) {
    if (error instanceof EnvironmentError) return error;
    throw error;
  }
  throw new Error('no fault was found');
};

describe('the environment', () => {
  it('needs nothing to be set', () => {
    expect(readEnvironment({})).toMatchObject({
      HOST: '127.0.0.1',
      PORT: 3000,
      DATA_DIR: './data',
      AUDIT_RETENTION_DAYS: 90,
      EGRESS_ALLOW: [],
      TRUST_PROXY: [],
      LOCAL_SERVERS: 'on',
      LOCAL_PROCESSORS: 1,
      LOCAL_MEMORY_MB: 1_024,
    });
  });

  it('reads the variables of OpenTelemetry as its specification writes them', () => {
    expect(
      readEnvironment({
        OTEL_EXPORTER_OTLP_ENDPOINT: 'https://collector.example/otlp/',
        OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20x, x-team = blue',
        OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=production',
        OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
        OTEL_TRACES_SAMPLER_ARG: '0.25',
      }),
    ).toMatchObject({
      OTEL_EXPORTER_OTLP_ENDPOINT: 'https://collector.example/otlp',
      OTEL_EXPORTER_OTLP_HEADERS: { authorization: 'Bearer x', 'x-team': 'blue' },
      OTEL_RESOURCE_ATTRIBUTES: { 'deployment.environment.name': 'production' },
      OTEL_TRACES_SAMPLER_ARG: 0.25,
    });
    const faults = faultsOf({
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://user:canary1@collector:4318',
      OTEL_EXPORTER_OTLP_HEADERS: 'a=1,authorization=canary2%0d%0a',
      OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
      OTEL_TRACES_SAMPLER_ARG: '2',
    });
    expect(faults.message).toMatch(/item 2 must be name=value/);
    expect(faults.message).toMatch(/"grpc" is not available in this release; use http\/json/);
    expect(faults.message).toMatch(/OTEL_TRACES_SAMPLER_ARG/);
    expect(faults.message).not.toMatch(/canary/);
  });

  it('is frozen', () => {
    expect(Object.isFrozen(readEnvironment({}))).toBe(true);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readEnvironment({ PORT: '', DATABASE_URL: '', EGRESS_ALLOW: '' }).PORT).toBe(3000);
  });

  it('reports all faults at once, and none of the values of secrets', () => {
    const error = faultsOf({
      PORT: '70000',
      PUBLIC_URL: 'ftp://x',
      DATABASE_OWNER_URL: 'mysql://root:canary1@h/d',
      MCPNEST_MASTER_KEY: 'canary2',
      MCPNEST_ADMIN_PASSWORD: 'canary3',
      EGRESS_ALLOW: 'localhost:1,169.254.169.254:80,foo',
      TRUST_PROXY: '10.0.0.0/99',
      AUDIT_RETENTION_DAYS: '0',
      WORKERS: '4',
      ROLE: 'runner',
      RUNNER_URL: 'http://10.0.0.7:3100',
      RUNNER_PORT: 'x',
      AUDIT_MODE: 'lenient',
      REDIS_URL: 'http://:canary4@h',
      METRICS_PORT: '90000',
      LOCAL_SERVERS: 'maybe',
      HOST: 'a b',
    });
    const names = new Set(error.faults.map(({ variable }) => variable));
    expect([...names].sort()).toEqual([
      'AUDIT_MODE',
      'AUDIT_RETENTION_DAYS',
      'DATABASE_OWNER_URL',
      'DATABASE_URL',
      'EGRESS_ALLOW',
      'HOST',
      'LOCAL_SERVERS',
      'MCPNEST_ADMIN_EMAIL',
      'MCPNEST_ADMIN_PASSWORD',
      'MCPNEST_MASTER_KEY',
      'METRICS_PORT',
      'PORT',
      'PUBLIC_URL',
      'REDIS_URL',
      'RUNNER_PORT',
      'RUNNER_URL',
      'TRUST_PROXY',
      'WORKERS',
    ]);
    expect(error.message).not.toMatch(/canary/);
    expect(error.message).toMatch(/^The environment has \d+ faults/);
  });

  it.each([
    ['runner', ['DATABASE_URL', 'MCPNEST_MASTER_KEY', 'RUNNER_URL']],
    ['web', ['DATABASE_URL', 'MCPNEST_MASTER_KEY']],
  ])('says what a process with the role %s needs to find the others', (role, needed) => {
    expect(faultsOf({ ROLE: role }).faults.map(({ variable }) => variable)).toEqual(needed);
  });

  it('takes no other role than those there are', () => {
    expect(faultsOf({ ROLE: 'worker' }).message).toMatch(/all, web, runner/);
  });

  it('reads secrets from files, without the line end', () => {
    const folder = mkdtempSync(join(tmpdir(), 'env-'));
    const file = join(folder, 'password');
    writeFileSync(file, 'a long password\n');
    expect(readEnvironment({ MCPNEST_ADMIN_EMAIL: 'Ann@Example.com', MCPNEST_ADMIN_PASSWORD_FILE: file })).toMatchObject({
      MCPNEST_ADMIN_EMAIL: 'ann@example.com',
      MCPNEST_ADMIN_PASSWORD: 'a long password',
    });
    expect(faultsOf({ MCPNEST_ADMIN_EMAIL: 'a@example.com', MCPNEST_ADMIN_PASSWORD_FILE: `${file}.none` }).faults).toEqual([
      { variable: 'MCPNEST_ADMIN_PASSWORD_FILE', problem: 'names a file that cannot be read' },
    ]);
    rmSync(folder, { recursive: true });
    expect(faultsOf({ MCPNEST_MASTER_KEY: Buffer.alloc(32, 1).toString('base64'), MCPNEST_MASTER_KEY_FILE: file }).message).toMatch(
      /keep one of them/,
    );
  });

  it.each([
    ['https://mcp.example.com/', 'https://mcp.example.com'],
    ['http://10.1.2.3:8080', 'http://10.1.2.3:8080'],
  ])('takes %s as public address', (given, kept) => {
    expect(readEnvironment({ PUBLIC_URL: given }).PUBLIC_URL).toBe(kept);
  });

  it.each(['https://user@host', 'https://host/path', 'https://host?q', 'host:3000', 'javascript:1'])(
    'refuses %s as public address',
    (given) => {
      expect(faultsOf({ PUBLIC_URL: given }).faults[0]?.variable).toBe('PUBLIC_URL');
    },
  );

  it.each(['0', '-1', '1e3', 'two', '2000', '0.0001'])('refuses %s cores for a local server', (given) => {
    expect(faultsOf({ LOCAL_PROCESSORS: given }).faults).toMatchObject([{ variable: 'LOCAL_PROCESSORS' }]);
    expect(readEnvironment({ LOCAL_PROCESSORS: '0.5' }).LOCAL_PROCESSORS).toBe(0.5);
  });

  it('describes every variable for the reference page', () => {
    for (const { description, default: value, otherwise } of describeEnvironment()) {
      expect(description).toMatch(/\.$/);
      expect(value ?? otherwise).not.toBeNull();
    }
  });
});
