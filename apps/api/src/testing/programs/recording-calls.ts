import { Logger } from '@nestjs/common';
import { AuditSigner } from '../../modules/audit/chain/audit-signer.js';
import { CheckpointFeed } from '../../modules/audit/chain/checkpoint-feed.js';
import { LiveSpool } from '../../modules/audit/spool/live-spool.js';
import { RowSink } from '../../modules/audit/spool/row-sink.js';
import { callRecord } from '../../modules/audit/testing/call-records.js';

/** A database that is away: everything stays in the spool. */
class AwaySink extends RowSink {
  readonly insert = () => Promise.reject(new Error('away'));
  readonly checkpoint = () => Promise.reject(new Error('away'));
  readonly gap = () => Promise.reject(new Error('away'));
}

/** Records calls as fast as it can until it is killed, and names each once its answer may leave. Arguments: data folder, workspace. */
function record(dataDir: string, workspaceId: string): void {
  // The output is for the ids alone.
  Logger.overrideLogger(false);
  const signer = new AuditSigner({ masterKey: Buffer.alloc(32, 7) });
  const spool = new LiveSpool(dataDir, { sink: new AwaySink(), signer, feed: new CheckpointFeed() });
  const some = (): void => {
    let answered = '';
    for (let i = 0; i < 50; i++) {
      const call = callRecord({ workspaceId });
      spool.end(call, 'standard', spool.begin({ ...call, outcome: 'unknown', status: 500 }, 'standard'));
      answered += `${call.callId}\n`;
    }
    process.stdout.write(answered);
    setImmediate(some);
  };
  some();
}

const [, , dataDir = '', workspaceId = ''] = process.argv;
record(dataDir, workspaceId);
