import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { sourceProgram } from '@mcpnest/testkit';
import { createTestDatabase, type TestDatabase } from '../../../testing/create-test-database.js';
import { quietLog } from '../../../testing/quiet-log.js';
import { Tx } from '../../../platform/database/tx.js';
import { ChangeFeed } from '../../../platform/events/change-feed.js';
import { SpoolBench } from '../testing/spool-bench.js';
import { CallWritesRepository } from './call-writes.repository.js';

jest.setTimeout(120_000);

/** `call_` and 26 characters, and the end of the line. */
const ID_LINE_BYTES = 32;
/** Calls that the program has under way at once. */
const UNDER_WAY = 16;
const PROGRAM = sourceProgram(new URL('../../../testing/programs/recording-calls.ts', import.meta.url));

/** Lets a process record calls until it has named so many as answered, and kills it. @returns the ids that it named */
async function killAfter(answers: number, dataDir: string, workspaceId: string): Promise<readonly string[]> {
  const child = spawn(process.execPath, [...PROGRAM, dataDir, workspaceId], {
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    if (text.length > answers * ID_LINE_BYTES) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return text.split('\n').slice(0, -1);
}

describe('a process that is killed while it records calls', () => {
  let database: TestDatabase;
  let bench: SpoolBench;

  beforeAll(async () => {
    quietLog();
    database = await createTestDatabase();
    bench = new SpoolBench();
  });
  afterAll(async () => {
    await bench.close();
    await database.drop();
  });

  it('has a row for every answered call, and none twice, each of three times', async () => {
    const finder = bench.deadSpools(new CallWritesRepository(new Tx(database.dataSource, new ChangeFeed())));
    for (const round of [1, 2, 3]) {
      const workspaceId = `ws_kill_${round}`;
      const answered = await killAfter(2_000 * round, bench.dataDir, workspaceId);
      await finder.look();
      const rows: { id: string; outcome: string }[] = await database.owner.query(
        'SELECT call_id AS id, outcome FROM mcp_tool_calls WHERE workspace_id = $1',
        [workspaceId],
      );
      const stored = new Set(rows.map(({ id }) => id));
      expect(answered.length).toBeGreaterThanOrEqual(2_000 * round);
      expect(rows).toHaveLength(stored.size);
      expect(answered.filter((id) => !stored.has(id))).toEqual([]);
      expect(rows.filter(({ outcome }) => outcome === 'unknown').length).toBeLessThanOrEqual(UNDER_WAY);
    }
  });
});
