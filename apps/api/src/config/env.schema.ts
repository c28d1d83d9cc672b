import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import * as value from './env-values.js';
import { variable, type Variable } from './env-variable.js';
import { TELEMETRY_VARIABLES } from './telemetry-variables.js';
import { CREDENTIAL_VARIABLE_PREFIX } from './slices.js';
import { EnvironmentError, type EnvironmentFault } from './environment-error.js';
import { engineVariables, registryVariables } from './tool-variables.js';

/** Every variable that the server knows (contract, environment), in the order of the reference page. */
const VARIABLES = {
  HOST: variable({
    schema: value.hostName,
    default: '127.0.0.1',
    description: 'Address to listen on. `0.0.0.0` or `::` listens on every interface.',
  }),
  PORT: variable({ schema: value.wholeNumber(0, 65_535), default: '3000', description: 'Port to listen on; `0` takes a free one.' }),
  PUBLIC_URL: variable({
    schema: value.publicUrl,
    otherwise: 'from host and port',
    description: 'The address that people and MCP clients use, as snippets and links show it. With https the session cookie is Secure.',
  }),
  DATA_DIR: variable({ schema: value.anyPath, default: './data', description: 'Folder of the embedded database and of generated keys.' }),
  DATABASE_URL: variable({
    schema: value.databaseUrl,
    otherwise: 'the embedded PostgreSQL in `DATA_DIR`',
    secret: true,
    description: 'PostgreSQL 15 or later, as the role the server runs as.',
  }),
  DATABASE_OWNER_URL: variable({
    schema: value.databaseUrl,
    otherwise: '`DATABASE_URL`',
    secret: true,
    description:
      'The same database as the role that owns the tables and migrates. With one role for both, health says that the second wall is missing.',
  }),
  ROLE: variable({
    schema: value.word(['all', 'web', 'runner']),
    default: 'all',
    description:
      'Which part of the product this process serves: `web` everything but the programs of local servers, `runner` those programs alone, `all` both. `web` and `runner` need the same database and master key.',
  }),
  RUNNER_URL: variable({
    schema: value.runnerUrl,
    otherwise: 'none',
    description:
      'Where processes with `ROLE=web` reach this runner; also its name, so it must stay the same when the runner starts again. Needed with `ROLE=runner`.',
  }),
  RUNNER_PORT: variable({
    schema: value.wholeNumber(0, 65_535),
    default: '3100',
    description:
      'Port on which a runner listens for the other processes, on the address of `HOST`. Nothing is answered there without the key of the installation.',
  }),
  REPLICA_URL: variable({
    schema: value.replicaUrl,
    otherwise: 'none',
    description:
      'Where other gateway processes on the same database reach this one directly; never public. With it, clients may come to any of them behind a load balancer.',
  }),
  REDIS_URL: variable({
    schema: value.redisUrl.optional(),
    otherwise: 'none',
    secret: true,
    description:
      'Redis through which gateway processes share limits and tell each other of changes. Without it each process counts for itself and PostgreSQL tells of changes; while it is away each keeps to its share of the limits.',
  }),
  MCPNEST_ADMIN_EMAIL: variable({
    schema: value.email,
    otherwise: 'none',
    description: 'First operator, made on an empty installation, so that set-up needs no browser. Goes together with the password.',
  }),
  MCPNEST_ADMIN_PASSWORD: variable({
    schema: value.password,
    otherwise: 'none',
    secret: true,
    description: "The first operator's password.",
  }),
  MCPNEST_MASTER_KEY: variable({
    schema: value.masterKey,
    otherwise: 'made in `DATA_DIR`, mode 0600',
    secret: true,
    description: '32 bytes in base64: the key that wraps stored secrets. It must be the one the database was begun with.',
  }),
  MCPNEST_FORMER_MASTER_KEY: variable({
    schema: value.masterKey,
    otherwise: 'none',
    secret: true,
    description:
      'The master key that was used before, while MCPNEST_MASTER_KEY is a new one: what it wrapped is wrapped anew in the background. `GET /health` says when it is not needed any more.',
  }),
  CREDENTIAL_FILES: variable({
    schema: value.anyPath,
    otherwise: 'none',
    description:
      'Folder whose files credentials of servers may refer to as `file:/path`, such as mounted secrets. Variables may be referred to as `env:NAME` where their name begins with `MCPNEST_CREDENTIAL_`.',
  }),
  EGRESS_ALLOW: variable({
    schema: value.egressRules,
    default: '',
    description:
      'Comma list of `host:port`, `cidr:port` or `[v6]/n:port`, port `*` for any: places that upstream connections may reach although they are private or loopback, also by plain http.',
  }),
  LOCAL_SERVERS: variable({
    schema: value.word(['on', 'off']),
    default: 'on',
    description: '`off` forbids servers that run as local processes altogether.',
  }),
  LOCAL_COMMANDS: variable({
    schema: value.commands,
    default: '',
    description:
      'Comma list of absolute paths: the programs that servers may run as besides packages. Whoever can change such a file decides what runs.',
  }),
  LOCAL_RUNNER: variable({
    schema: value.word(['fence', 'docker', 'podman']),
    default: 'fence',
    description:
      'How local servers run: behind the best fence of the machine, or as containers of an engine. Then nothing runs outside of containers.',
  }),
  LOCAL_RUNNER_IMAGE: variable({
    schema: value.imageName,
    default: 'mcpnest-gateway',
    description:
      'Image of those containers, which is never pulled. It needs a shell, and Node for packages of npm; that of the gateway has both.',
  }),
  LOCAL_PROCESSORS: variable({
    schema: value.decimal(0.05, 1_024),
    default: '1',
    description:
      'Cores that a local server may keep busy with all its processes, such as `0.5`. Needs control groups or containers; health says whether it holds.',
  }),
  LOCAL_MEMORY_MB: variable({
    schema: value.wholeNumber(64, 1_000_000),
    default: '1024',
    description:
      'Megabytes of memory that a local server may use: each of its processes, and where control groups or containers can be had all of them together.',
  }),
  LOCAL_PROCESSES: variable({
    schema: value.wholeNumber(16, 100_000),
    default: '256',
    description: 'Processes and threads that a local server may have.',
  }),
  LOCAL_GROUPS: variable({
    schema: value.word(['on', 'off']),
    default: 'on',
    description:
      '`off` leaves control groups alone. Otherwise each local server gets one of its own where the gateway has its own group to itself.',
  }),
  WORKERS: variable({
    schema: value.wholeNumber(1, 1),
    default: '1',
    description: 'Gateway processes on this machine. This release runs one.',
  }),
  AUDIT_MODE: variable({
    schema: value.word(['available', 'strict']),
    default: 'available',
    description:
      'What happens to calls that cannot be recorded: `available` lets them pass and counts them; `strict` refuses them, and answers only once the record is on the disk. Workspaces can have their own mode.',
  }),
  AUDIT_SPOOL_MB: variable({
    schema: value.wholeNumber(1, 1_000_000),
    default: '2048',
    description: 'Megabytes of call records that `DATA_DIR` may hold while the database does not take them.',
  }),
  AUDIT_RETENTION_DAYS: variable({ schema: value.wholeNumber(1, 3_650), default: '90', description: 'Days that call records are kept.' }),
  EXPORT_DIR: variable({
    schema: value.anyPath,
    otherwise: 'none',
    description: 'Folder that scheduled exports of call records are written to. Without it they can only be sent to an address.',
  }),
  METRICS_PORT: variable({
    schema: value.wholeNumber(0, 65_535),
    otherwise: 'off',
    description:
      'Port of the Prometheus metrics (`/metrics`), on the address of `HOST` and never on the public port; `0` takes a free one.',
  }),
  ...TELEMETRY_VARIABLES,
  TRUST_PROXY: variable({
    schema: value.proxies,
    default: '',
    description: 'Comma list of addresses or networks whose `X-Forwarded-*` headers are believed.',
  }),
} as const;

type Variables = typeof VARIABLES;
export type VariableName = keyof Variables;
/** The values, each of its type; undefined where a variable is not set and has no default. */
export type Environment = {
  readonly [N in VariableName]: z.output<Variables[N]['schema']> | (Variables[N] extends { readonly default: string } ? never : undefined);
};

/** One line of the configuration reference. */
export interface VariableDescription {
  readonly name: VariableName;
  readonly default: string | null;
  readonly otherwise: string | null;
  readonly secret: boolean;
  readonly description: string;
}

/** What `docs/reference/configuration.md` and `.env.example` are written from. */
export function describeEnvironment(): readonly VariableDescription[] {
  return (Object.entries(VARIABLES) as [VariableName, Variable<z.ZodType>][]).map(([name, entry]) => ({
    name,
    default: entry.default ?? null,
    otherwise: entry.otherwise ?? null,
    secret: entry.secret ?? false,
    description: entry.description,
  }));
}

/**
 * Reads and checks every variable; an empty one counts as not set.
 * @throws EnvironmentError with every fault at once
 */
export function readEnvironment(source: Readonly<Record<string, string | undefined>> = process.env): Environment {
  const faults: EnvironmentFault[] = [];
  const values: Partial<Record<VariableName, unknown>> = {};
  for (const [name, entry] of Object.entries(VARIABLES) as [VariableName, Variable<z.ZodType>][]) {
    const text = textOf(source, name, entry, faults) ?? entry.default;
    if (text === undefined) continue;
    const parsed = entry.schema.safeParse(text);
    if (parsed.success) values[name] = parsed.data;
    else for (const { message } of parsed.error.issues) faults.push({ variable: name, problem: message });
  }
  faults.push(...pairFaults(source));
  if (faults.length > 0) throw new EnvironmentError(faults);
  return Object.freeze(values) as Environment;
}

/** The variables that credentials of servers may refer to. */
export function credentialVariables(source: Readonly<Record<string, string | undefined>> = process.env): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(source).flatMap(([name, value]) => (name.startsWith(CREDENTIAL_VARIABLE_PREFIX) && value ? [[name, value]] : [])),
  );
}

/** What the machine's variables tell the tools that bring packages, and the engine of containers. */
export const toolVariables = (source: Readonly<Record<string, string | undefined>> = process.env) => ({
  registries: registryVariables(source),
  engine: engineVariables(source),
});

function textOf(
  source: Readonly<Record<string, string | undefined>>,
  name: VariableName,
  entry: Variable<z.ZodType>,
  faults: EnvironmentFault[],
): string | undefined {
  const direct = source[name] || undefined;
  const file = entry.secret ? source[`${name}_FILE`] || undefined : undefined;
  if (file === undefined) return direct;
  if (direct !== undefined) faults.push({ variable: `${name}_FILE`, problem: `is given beside ${name}; keep one of them` });
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '') || undefined;
  } catch {
    faults.push({ variable: `${name}_FILE`, problem: 'names a file that cannot be read' });
    return undefined;
  }
}

/** Variables that make sense only together. */
function pairFaults(source: Readonly<Record<string, string | undefined>>): EnvironmentFault[] {
  const isSet = (name: VariableName): boolean => Boolean(source[name] || source[`${name}_FILE`]);
  const faults: EnvironmentFault[] = [];
  if (isSet('DATABASE_OWNER_URL') && !isSet('DATABASE_URL'))
    faults.push({ variable: 'DATABASE_OWNER_URL', problem: 'needs DATABASE_URL beside it' });
  if (isSet('MCPNEST_ADMIN_EMAIL') && !isSet('MCPNEST_ADMIN_PASSWORD'))
    faults.push({ variable: 'MCPNEST_ADMIN_PASSWORD', problem: 'is missing; it goes together with MCPNEST_ADMIN_EMAIL' });
  faults.push(...roleFaults(source['ROLE'], isSet));
  if (isSet('MCPNEST_ADMIN_PASSWORD') && !isSet('MCPNEST_ADMIN_EMAIL'))
    faults.push({ variable: 'MCPNEST_ADMIN_EMAIL', problem: 'is missing; it goes together with MCPNEST_ADMIN_PASSWORD' });
  return faults;
}

/** What processes that share their work need to find each other. */
function roleFaults(role: string | undefined, isSet: (name: VariableName) => boolean): EnvironmentFault[] {
  const needed: readonly VariableName[] =
    role === 'runner' ? ['DATABASE_URL', 'MCPNEST_MASTER_KEY', 'RUNNER_URL'] : role === 'web' ? ['DATABASE_URL', 'MCPNEST_MASTER_KEY'] : [];
  return needed.filter((name) => !isSet(name)).map((variable) => ({ variable, problem: `is needed with ROLE=${role}` }));
}
