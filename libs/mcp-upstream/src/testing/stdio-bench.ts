import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LocalTransport, UpstreamAnswer, UpstreamRequest, UpstreamTarget, UpstreamVariable } from '@mcpnest/gateway-core';
import { createUpstreamConnector, type McpUpstreamConnector } from '../connector.js';
import { failure } from '../net/failures.js';
import type { Launch, StartNote } from '../stdio/launch.js';
import { LocalHost } from '../stdio/local-host.js';
import { Supervisor, type LocalServerState, type SupervisorLimits } from '../stdio/supervisor.js';
import { callRequest, LOOPBACK_OPEN, quiet, targetFor } from './upstream-fixtures.js';

const PROGRAM = fileURLToPath(new URL('./stdio-program.mjs', import.meta.url));

export interface StdioBenchOptions {
  readonly args?: readonly string[];
  readonly variables?: readonly UpstreamVariable[];
  readonly network?: boolean;
  readonly writable?: readonly string[];
  readonly readable?: readonly string[];
  readonly warm?: boolean;
  readonly limits?: Partial<SupervisorLimits>;
  /** Where it runs; behind the machine's own fence where it is left out. */
  readonly host?: LocalHost;
  /** Given instead of the test program. */
  readonly file?: string;
}

/** A connector to a program on this machine, behind whatever fence the machine offers. */
export interface StdioBench {
  readonly connector: McpUpstreamConnector;
  readonly supervisor: Supervisor;
  readonly target: UpstreamTarget;
  /** What was noted of starts. */
  readonly starts: StartNote[];
  call(tool: string, args?: unknown, overrides?: Partial<UpstreamRequest>, signal?: AbortSignal): Promise<UpstreamAnswer>;
  /** The text of a call's result. */
  text(tool: string, args?: unknown): Promise<string>;
  state(): Promise<LocalServerState>;
  close(): Promise<void>;
}

/** One host for all tests of a file: the fence is looked for once. */
const fenced = new LocalHost();

export function openStdioBench(options: StdioBenchOptions = {}): StdioBench {
  const home = mkdtempSync(join(tmpdir(), 'mcpnest-stdio-'));
  const starts: StartNote[] = [];
  const launch: Launch = {
    file: options.file ?? process.execPath,
    args: options.file ? (options.args ?? []) : [PROGRAM, ...(options.args ?? [])],
    variables: options.variables ?? [],
    readable: options.readable ?? [dirname(PROGRAM)],
    writable: options.writable ?? [],
    home: join(home, 'home'),
    network: options.network ?? false,
    account: home,
  };
  const desk = {
    launchOf: () => Promise.resolve(launch),
    noteStart: (_target: UpstreamTarget, note: StartNote) => Promise.resolve(void starts.push(note)),
  };
  const supervisor = new Supervisor(options.host ?? fenced, desk, options.limits);
  const connector = createUpstreamConnector({ policy: () => LOOPBACK_OPEN, local: supervisor });
  const { warm = false, network = false } = options;
  const transport: LocalTransport = { type: 'stdio', package: null, command: launch.file, args: launch.args, network, folders: [], warm };
  const target = { ...targetFor('https://unused.test'), transport, variables: launch.variables };
  const call: StdioBench['call'] = (tool, args = {}, overrides = {}, signal = quiet()) =>
    connector.send(target, callRequest(tool, args, { deadlineMs: 30_000, ...overrides }), signal);
  return {
    connector,
    supervisor,
    target,
    starts,
    call,
    text: async (tool, args) =>
      (JSON.parse((await call(tool, args)).reply.resultText!) as { content: { text: string }[] }).content[0]!.text,
    state: async () => {
      const [state] = await supervisor.states(target.serverId);
      if (!state) throw failure('gateway.upstream-broken', false, 'the server was never started');
      return state;
    },
    close: async () => {
      await connector.close();
      await supervisor.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
