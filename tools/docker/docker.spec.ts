import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';

const root = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Service {
  readonly image: string;
  readonly user?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly healthcheck?: { readonly test?: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly networks?: readonly string[];
  readonly ports?: readonly string[];
  readonly profiles?: readonly string[];
}
interface Compose {
  readonly services: Readonly<Record<'secrets' | 'database' | 'gateway' | 'runner', Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

/** Instructions of the last stage, as the image will have them. */
const runtimeStage = () =>
  read('docker/Dockerfile')
    .split(/^FROM /m)
    .at(-1) ?? '';

describe('the image', () => {
  it('installs from a manifest of every project of the workspace', () => {
    const copied = [...read('docker/Dockerfile').matchAll(/^COPY (\S+\/package\.json) /gm)].map(([, path]) => path);
    const projects = ['apps', 'libs'].flatMap((kind) => readdirSync(join(root, kind)).map((name) => `${kind}/${name}/package.json`));
    expect(copied.sort()).toEqual(projects.filter((path) => existsSync(join(root, path))).sort());
  });

  it('runs no install scripts and holds production dependencies alone', () => {
    for (const [line] of read('docker/Dockerfile').matchAll(/^RUN npm ci.*$/gm)) expect(line).toContain('--ignore-scripts');
    expect(read('docker/Dockerfile')).toMatch(/AS dependencies\nRUN npm ci --omit=dev /);
    expect(runtimeStage()).toContain('COPY --from=dependencies /app/node_modules node_modules');
  });

  it('runs as an ordinary user, says whether it is ready, and stops by SIGTERM', () => {
    const stage = runtimeStage();
    expect(stage.indexOf('\nUSER node')).toBeGreaterThan(0);
    expect(stage.indexOf('\nUSER node')).toBeLessThan(stage.indexOf('\nENTRYPOINT'));
    expect(stage).toContain('HEALTHCHECK');
    expect(stage).toContain('STOPSIGNAL SIGTERM');
    expect(read('docker/entrypoint.sh')).toContain('exec node --max-semi-space-size=16 apps/api/dist/main.js');
  });

  it('gets nothing of a work tree but sources', () => {
    const ignored = read('.dockerignore').split('\n');
    for (const path of ['**/node_modules', '.git', '.env', 'data']) expect(ignored).toContain(path);
  });
});

describe('the compose file', () => {
  const { services, networks, volumes } = parse(read('docker/compose.yaml')) as Compose;

  it('holds no password, in clear or by default', () => {
    for (const { environment = {} } of Object.values(services)) {
      for (const [name, value] of Object.entries(environment)) {
        if (/PASSWORD|KEY|DATABASE.*URL|SECRET/.test(name)) expect(value).toMatch(/^\/secrets\//);
      }
    }
  });

  it('names only variables that the server knows', () => {
    const known = new Set([...read('docs/reference/configuration.md').matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name));
    for (const { environment = {} } of [services.gateway, services.runner])
      for (const name of Object.keys(environment)) expect(known).toContain(name);
  });

  it('waits for what it needs', () => {
    expect(services.database.depends_on).toEqual({ secrets: { condition: 'service_completed_successfully' } });
    expect(services.gateway.depends_on).toEqual({ database: { condition: 'service_healthy' } });
    expect(services.database.healthcheck?.test).toContain('--host=127.0.0.1');
  });

  it('gives gateway and runner no capability, no writable root and no root account', () => {
    for (const service of [services.gateway, services.runner]) {
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
      expect(service.user).toBeUndefined();
    }
  });

  it('starts a runner where it is asked for, with a port that nobody outside reaches', () => {
    expect(services.runner.profiles).toEqual(['runner']);
    expect(services.runner.ports).toBeUndefined();
    expect(services.runner.environment).toMatchObject({ ROLE: 'runner', RUNNER_URL: 'https://runner:3100' });
    expect(services.gateway.environment).toMatchObject({ ROLE: '${ROLE:-all}' });
  });

  it('keeps the database off every network but its own, and publishes the gateway on loopback', () => {
    expect(services.database.networks).toEqual(['storage']);
    expect(services.database.ports).toBeUndefined();
    expect(networks['storage']?.internal).toBe(true);
    expect(services.gateway.ports).toEqual(['${LISTEN:-127.0.0.1:3000}:3000']);
  });

  it('keeps what must last in named volumes', () => {
    const mounted = Object.values(services).flatMap(({ volumes: list = [] }) => list.map((volume) => volume.split(':')[0] ?? ''));
    expect(Object.keys(volumes).sort()).toEqual([...new Set(mounted.filter((name) => !name.startsWith('.')))].sort());
  });
});

interface Container {
  readonly env: readonly { readonly name: string; readonly value?: string }[];
  readonly ports: readonly { readonly name: string; readonly containerPort: number }[];
  readonly securityContext: Readonly<Record<string, unknown>>;
}
interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data?: Readonly<Record<string, string>>;
  readonly spec: Readonly<Record<string, unknown>> & {
    readonly serviceName?: string;
    readonly template?: {
      readonly metadata: { readonly labels: Readonly<Record<string, string>> };
      readonly spec: { readonly terminationGracePeriodSeconds: number; readonly containers: readonly Container[] };
    };
  };
}

describe('the manifests for Kubernetes', () => {
  const documents = parseAllDocuments(read('docs/guides/kubernetes/gateway.yaml'));
  const manifests = documents.map((document) => document.toJS() as Manifest);
  const named = (kind: string, name: string): Manifest => manifests.find((one) => one.kind === kind && one.metadata.name === name)!;
  const [web, runner] = [named('Deployment', 'mcpnest-web'), named('StatefulSet', 'mcpnest-runner')];
  const container = (one: Manifest): Container => one.spec.template!.spec.containers[0]!;
  const variable = (one: Manifest, name: string) => container(one).env.find((each) => each.name === name)?.value;

  it('are YAML that means what it says', () => {
    for (const { errors, warnings } of documents) expect([...errors, ...warnings]).toEqual([]);
    expect(manifests.map(({ kind }) => kind).sort()).toEqual(
      ['ConfigMap', 'Deployment', 'NetworkPolicy', 'NetworkPolicy', 'PodDisruptionBudget', 'Service', 'Service', 'StatefulSet'].sort(),
    );
  });

  it('name only variables that the server knows, and no secret in clear', () => {
    const known = new Set([...read('docs/reference/configuration.md').matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name));
    const given = [...container(web).env, ...container(runner).env].map(({ name }) => name).filter((name) => !name.startsWith('POD_'));
    for (const name of [...given, ...Object.keys(named('ConfigMap', 'mcpnest').data!)]) expect(known).toContain(name);
    for (const { name, value } of [...container(web).env, ...container(runner).env])
      if (/PASSWORD|KEY|DATABASE.*URL/.test(name)) expect(value).toMatch(/^\/secrets\//);
  });

  it('give each role its port, and runners the names that they are reached by', () => {
    expect([variable(web, 'ROLE'), variable(runner, 'ROLE')]).toEqual(['web', 'runner']);
    expect(runner.spec.serviceName).toBe('mcpnest-runner');
    expect(variable(runner, 'RUNNER_URL')).toBe('https://$(POD_NAME).mcpnest-runner.mcpnest.svc.cluster.local:3100');
    const port = container(runner).ports.find(({ name }) => name === 'runner')!.containerPort;
    expect(variable(runner, 'RUNNER_PORT')).toBe(String(port));
    expect(named('NetworkPolicy', 'mcpnest-runner').spec['ingress']).toEqual([
      { from: [{ podSelector: { matchLabels: web.spec.template!.metadata.labels } }], ports: [{ protocol: 'TCP', port }] },
    ]);
  });

  it('give pods no privilege, and time to end what is under way', () => {
    for (const one of [web, runner]) {
      expect(container(one).securityContext).toMatchObject({ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true });
      expect(one.spec.template!.spec.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(45);
    }
  });
});

describe('the secrets of a new installation', () => {
  let folder: string;
  const make = () =>
    execFileSync(process.execPath, [join(root, 'docker/make-secrets.mjs'), folder], {
      env: { DATABASE_UID: String(process.getuid?.()), GATEWAY_UID: String(process.getuid?.()) },
    });
  const secret = (name: string) => readFileSync(join(folder, name), 'utf8');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are random, fit each other, and are readable by their owner alone', () => {
    make();
    expect(secret('gateway/database_url')).toBe(`postgresql://mcpnest_app:${secret('database/app_password')}@database:5432/mcpnest`);
    expect(secret('gateway/database_owner_url')).toContain(`mcpnest_owner:${secret('database/owner_password')}@`);
    expect(Buffer.from(secret('gateway/master_key'), 'base64')).toHaveLength(32);
    expect(new Set(['superuser', 'owner', 'app'].map((role) => secret(`database/${role}_password`))).size).toBe(3);
    expect(statSync(join(folder, 'gateway/master_key')).mode & 0o777).toBe(0o400);
    expect(statSync(join(folder, 'gateway')).mode & 0o777).toBe(0o500);
  });

  it('stay the same at the next start', () => {
    make();
    const before = secret('gateway/master_key') + secret('database/app_password');
    make();
    expect(secret('gateway/master_key') + secret('database/app_password')).toBe(before);
  });
});
