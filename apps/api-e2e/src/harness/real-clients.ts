import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { connectSdkClientV1, connectSdkClientV2 } from '@mcpnest/testkit';
import { INSPECTOR_ENTRY, inspectorNode } from './inspector.js';
import { runCommand } from './run-command.js';

const MCP_REMOTE = fileURLToPath(new URL('../../../../node_modules/mcp-remote/dist/proxy.js', import.meta.url));

/** A client of the outside world, reduced to what a person does with it. */
export interface RealClient {
  /** What it calls itself in call records; null where it says nothing of itself. */
  readonly clientName: RegExp | null;
  toolNames(): Promise<readonly string[]>;
  /** The text of the answer. */
  call(name: string, args: Readonly<Record<string, unknown>>): Promise<string>;
  close(): Promise<void>;
}

export type ConnectRealClient = (url: string, token: string) => Promise<RealClient>;

/** What both official libraries have in common. */
interface SdkClient {
  listTools(): Promise<{ tools: readonly { name: string }[] }>;
  callTool(params: { name: string; arguments?: Record<string, unknown> }): Promise<unknown>;
  close(): Promise<void>;
}

export const sdk1: ConnectRealClient = async (url, token) => ofSdk(await connectSdkClientV1(url, token), /^testkit/);
export const sdk2Auto: ConnectRealClient = async (url, token) => ofSdk(await connectSdkClientV2(url, token, 'auto'), /^testkit/);
export const sdk2Legacy: ConnectRealClient = async (url, token) => ofSdk(await connectSdkClientV2(url, token, 'legacy'), /^testkit/);

/** `mcp-remote` as a bridge from stdio, as clients that know no bearer token start it. */
export const mcpRemote: ConnectRealClient = async (url, token) => {
  const home = mkdtempSync(join(tmpdir(), 'mcp-remote-'));
  const client = new Client({ name: 'desktop', version: '1.0.0' });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [MCP_REMOTE, url, '--transport', 'http-only', '--allow-http', '--header', 'Authorization:${AUTH_HEADER}'],
      env: { PATH: process.env['PATH'] ?? '', HOME: home, MCP_REMOTE_CONFIG_DIR: home, AUTH_HEADER: `Bearer ${token}` },
      stderr: 'ignore',
    }),
  );
  const real = ofSdk(client, /mcp-remote/);
  return { ...real, close: () => real.close().finally(() => rmSync(home, { recursive: true, force: true })) };
};

/** The Inspector's command line; `installInspector` comes first. */
export const inspectorCli: ConnectRealClient = async (url, token) => {
  const home = mkdtempSync(join(tmpdir(), 'inspector-'));
  const run = async (...args: string[]): Promise<Record<string, unknown>> => {
    const base = [
      INSPECTOR_ENTRY,
      '--cli',
      '--server-url',
      url,
      '--transport',
      'http',
      '--header',
      `Authorization: Bearer ${token}`,
      '--format',
      'json',
      '-q',
    ];
    const { code, stdout, stderr } = await runCommand(inspectorNode(), [...base, ...args], { env: { HOME: home } });
    if (code !== 0) throw new Error(`the Inspector ended with ${code}: ${stdout.slice(-1_000)} ${stderr.slice(-1_000)}`);
    const answer = JSON.parse(stdout) as Record<string, unknown>;
    return (answer['result'] ?? answer) as Record<string, unknown>;
  };
  return {
    clientName: /inspector/i,
    toolNames: async () => ((await run('--method', 'tools/list'))['tools'] as { name: string }[]).map(({ name }) => name),
    call: async (name, args) => textOf(await run('--method', 'tools/call', '--tool-name', name, '--tool-args-json', JSON.stringify(args))),
    close: () => Promise.resolve(rmSync(home, { recursive: true, force: true })),
  };
};

/** `curl`, word for word as the README shows it. */
export const curl: ConnectRealClient = (url, token) => {
  const run = async (body: object): Promise<Record<string, unknown>> => {
    const { code, stdout, stderr } = await runCommand('curl', [
      '-s',
      '-X',
      'POST',
      url,
      '-H',
      `Authorization: Bearer ${token}`,
      '-H',
      'Content-Type: application/json',
      '-d',
      JSON.stringify(body),
    ]);
    if (code !== 0) throw new Error(`curl ended with ${code}: ${stderr}`);
    return (JSON.parse(stdout) as { result: Record<string, unknown> }).result;
  };
  return Promise.resolve({
    clientName: null,
    toolNames: async () =>
      ((await run({ jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} }))['tools'] as { name: string }[]).map(({ name }) => name),
    call: async (name, args) => textOf(await run({ jsonrpc: '2.0', id: 2, method: 'tools/call', params: { name, arguments: args } })),
    close: () => Promise.resolve(),
  });
};

function ofSdk(client: SdkClient, clientName: RegExp): RealClient {
  return {
    clientName,
    toolNames: async () => (await client.listTools()).tools.map(({ name }) => name),
    call: async (name, args) => textOf(await client.callTool({ name, arguments: { ...args } })),
    close: () => client.close(),
  };
}

function textOf(result: unknown): string {
  const { content = [] } = result as { content?: readonly { type: string; text?: string }[] };
  return content.map(({ text }) => text ?? '').join('');
}
