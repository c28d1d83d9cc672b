import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalTransport, UpstreamTarget } from '@mcpnest/gateway-core';
import { createUpstreamConnector } from '../connector.js';
import { callRequest, LOOPBACK_OPEN, quiet, targetFor } from '../testing/upstream-fixtures.js';
import type { StartPurpose } from './launch.js';
import { LocalHost } from './local-host.js';
import type { ProcessHost } from './process-host.js';
import { Supervisor } from './supervisor.js';

const SERVERS = 100;
const STARTS_AT_ONCE = 3;
const IDLE_MS = 500;

/** A server of the legacy era in a few lines of shell, so that a hundred of them cost little. */
const PROGRAM = `
while IFS= read -r line; do
  id=\${line#*\\"id\\":}; id=\${id%%[,\\}]*}
  case $line in
    *'"method":"initialize"'*)
      echo "{\\"jsonrpc\\":\\"2.0\\",\\"id\\":$id,\\"result\\":{\\"protocolVersion\\":\\"2025-11-25\\",\\"capabilities\\":{\\"tools\\":{}},\\"serverInfo\\":{\\"name\\":\\"small\\",\\"version\\":\\"1\\"}}}" ;;
    *'"method":"tools/call"'*) echo "{\\"jsonrpc\\":\\"2.0\\",\\"id\\":$id,\\"result\\":{\\"content\\":[{\\"type\\":\\"text\\",\\"text\\":\\"$NAME\\"}]}}" ;;
    *'"id":'*) echo "{\\"jsonrpc\\":\\"2.0\\",\\"id\\":$id,\\"error\\":{\\"code\\":-32601,\\"message\\":\\"no\\"}}" ;;
  esac
done`;

jest.setTimeout(120_000);

/** A host that counts how many programs begin at the same time: started, and without a word so far. */
class CountingHost implements ProcessHost {
  private beginning = 0;
  most = 0;

  constructor(private readonly host: LocalHost) {}

  fence(): ReturnType<ProcessHost['fence']> {
    return this.host.fence();
  }

  usage(pids: readonly number[]): ReturnType<ProcessHost['usage']> {
    return this.host.usage(pids);
  }

  start(...[launch, ear]: Parameters<ProcessHost['start']>): ReturnType<ProcessHost['start']> {
    let isBeginning = true;
    this.most = Math.max(this.most, ++this.beginning);
    const over = (): void => {
      if (isBeginning) this.beginning--;
      isBeginning = false;
    };
    return this.host.start(launch, {
      ...ear,
      line: (text, bytes) => (over(), ear.line(text, bytes)),
      ended: (end) => (over(), ear.ended(end)),
    });
  }
}

test('a hundred servers start a few at a time, answer each for themselves, and leave nothing when they are idle', async () => {
  const root = mkdtempSync(join(tmpdir(), 'mcpnest-many-'));
  const host = new CountingHost(new LocalHost());
  const starts: StartPurpose[] = [];
  const desk = {
    launchOf: (target: UpstreamTarget) =>
      Promise.resolve({
        file: '/bin/sh',
        args: ['-c', PROGRAM],
        variables: target.variables ?? [],
        readable: [],
        writable: [],
        home: join(root, target.key),
        network: false,
        account: target.key,
      }),
    noteStart: (_target: UpstreamTarget, { purpose }: { purpose: StartPurpose }) => Promise.resolve(void starts.push(purpose)),
  };
  const supervisor = new Supervisor(host, desk, { startsAtOnce: STARTS_AT_ONCE, idleMs: IDLE_MS });
  const connector = createUpstreamConnector({ policy: () => LOOPBACK_OPEN, local: supervisor });
  const transport: LocalTransport = {
    type: 'stdio',
    package: null,
    command: '/bin/sh',
    args: [],
    network: false,
    folders: [],
    warm: false,
  };
  const targets = Array.from({ length: SERVERS }, (_, n) => ({
    ...targetFor('https://unused.test'),
    key: `server-${n}`,
    serverId: `srv_${n}`,
    transport,
    variables: [{ name: 'NAME', value: `server-${n}`, secret: false }],
  }));
  await supervisor.report();
  const before = descriptors();
  const answers = await Promise.all(
    targets.map((target) => connector.send(target, callRequest('any', {}, { deadlineMs: 90_000 }), quiet())),
  );
  answers.forEach(({ reply }, n) => expect(reply.resultText).toContain(`"server-${n}"`));
  expect(host.most).toBeLessThanOrEqual(STARTS_AT_ONCE);
  expect(starts).toHaveLength(2 * SERVERS);
  while ((await supervisor.report()).running > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  // The last pipes of a process that has ended are closed a moment after it.
  while (descriptors() > before) await new Promise((resolve) => setTimeout(resolve, 50));
  await connector.close();
  await supervisor.close();
  rmSync(root, { recursive: true, force: true });
});

const descriptors = (): number => readdirSync('/proc/self/fd').length;
