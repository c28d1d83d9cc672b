import { Logger } from '@nestjs/common';
import { AuditSigner } from '../../modules/audit/chain/audit-signer.js';
import { CheckpointFeed } from '../../modules/audit/chain/checkpoint-feed.js';
import { LiveSpool } from '../../modules/audit/spool/live-spool.js';
import { BeginNote, EndNote } from '../../modules/audit/spool/spool-note.js';
import { RowSink } from '../../modules/audit/spool/row-sink.js';
import { callRecord } from '../../modules/audit/testing/call-records.js';

/** A database that is away: everything stays in the spool. */
class AwaySink extends RowSink {
  readonly insert = () => Promise.reject(new Error('away'));
  readonly checkpoint = () => Promise.reject(new Error('away'));
  readonly gap = () => Promise.reject(new Error('away'));
}

/** Calls that are under way at once. */
const CONNECTIONS = 16;

/** Records calls as fast as it can until it is killed, and names each once its answer may leave. Arguments: data folder, workspace. */
function record(dataDir: string, workspaceId: string): void {
  // The output is for the ids alone.
  Logger.overrideLogger(false);
  const signer = new AuditSigner({ masterKey: Buffer.alloc(32, 7) });
  const spool = new LiveSpool(dataDir, { sink: new AwaySink(), signer, feed: new CheckpointFeed() });
  const one = async (): Promise<void> => {
    const call = callRecord({ workspaceId });
    const begin = new BeginNote({ ...call, outcome: 'unknown', status: 500 }, 'standard');
    await spool.note(begin);
    await spool.note(new EndNote(call, 'standard', begin));
    process.stdout.write(`${call.callId}\n`);
    setImmediate(() => void one());
  };
  for (let i = 0; i < CONNECTIONS; i++) void one();
}

const [, , dataDir = '', workspaceId = ''] = process.argv;
record(dataDir, workspaceId);
