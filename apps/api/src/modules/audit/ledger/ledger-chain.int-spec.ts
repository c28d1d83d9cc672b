import { createTestDatabase, type TestDatabase } from '../../../testing/create-test-database.js';
import { quietLog } from '../../../testing/quiet-log.js';
import { systemCtx } from '../../../platform/context/ctx.js';
import { SettingsRepository } from '../../../platform/database/settings.repository.js';
import { Tx } from '../../../platform/database/tx.js';
import { ChangeFeed } from '../../../platform/events/change-feed.js';
import { JobRunner } from '../../../platform/jobs/job-runner.js';
import { LeaderLock } from '../../../platform/jobs/leader-lock.js';
import { CheckpointFeed } from '../chain/checkpoint-feed.js';
import type { SignedCheckpoint } from '../chain/checkpoint.js';
import { CallWritesRepository } from '../spool/call-writes.repository.js';
import { SpoolBench } from '../testing/spool-bench.js';
import { ChainRowsReadModel } from '../verification/chain-rows.read-model.js';
import { EvidenceReadModel } from '../verification/evidence.read-model.js';
import { VerificationService } from '../verification/verification.service.js';
import { AuditLedger } from './audit-ledger.repository.js';
import { LedgerCheckpointJob } from './ledger-checkpoint.job.js';
import { LedgerQuery } from './ledger-query.dto.js';
import { LedgerReadModel } from './ledger.read-model.js';
import { LedgerRowsReadModel } from './ledger-rows.read-model.js';

const ctx = systemCtx('test');
const today = new Date().toISOString().slice(0, 10);

jest.setTimeout(60_000);

describe('the chain of the ledger', () => {
  let database: TestDatabase;
  let bench: SpoolBench;
  let tx: Tx;
  let verification: VerificationService;
  let job: LedgerCheckpointJob;
  let told: SignedCheckpoint[];
  const ledger = new AuditLedger();
  const note = (...names: string[]) =>
    tx.run(ctx, async (inner) => {
      for (const name of names)
        await ledger.append(inner, {
          event: 'servers.deleted',
          subject: { kind: 'server', id: name, name },
          facts: { slug: name, name: 'ü \u2028' },
        });
    });
  const verdict = async () => (await verification.verify(ctx, today, today)).chains.find(({ chain }) => chain === 'ledger');
  const tamper = (sql: string) => database.owner.query(sql);

  beforeEach(async () => {
    quietLog();
    database = await createTestDatabase();
    bench = new SpoolBench();
    tx = new Tx(database.dataSource, new ChangeFeed());
    const [evidence, rows, feed] = [new EvidenceReadModel(tx), new LedgerRowsReadModel(tx), new CheckpointFeed()];
    const config = { retentionDays: 90, mode: 'available', spoolBytesMax: 1, exportFolder: null } as const;
    verification = new VerificationService(tx, ledger, new ChainRowsReadModel(tx, rows), evidence, bench.signer, config);
    await verification.onApplicationBootstrap();
    const jobs = new JobRunner(Object.create(LeaderLock.prototype) as LeaderLock);
    job = new LedgerCheckpointJob(rows, new CallWritesRepository(tx), evidence, bench.signer, feed, jobs);
    told = [];
    feed.listen((checkpoint) => told.push(checkpoint));
    await note('a');
    await note('b', 'c');
    await note('d');
  });
  afterEach(async () => {
    await bench.close();
    await database.drop();
  });

  it('proves to be what was written, and a checkpoint vouches for it', async () => {
    expect(await verdict()).toMatchObject({ rows: 4, signedRows: 0, fault: null });
    await job.run();
    await note('f');
    await job.run();
    await job.run();
    expect(told.map(({ number, sequence, chain }) => [number, sequence, chain])).toEqual([
      [1, 5, 'ledger'],
      [2, 6, 'ledger'],
    ]);
    expect(await verdict()).toMatchObject({ rows: 6, signedRows: 6, fault: null });
  });

  it.each([
    ['an edited fact', `UPDATE ledger SET facts = facts || '{"slug":"x"}' WHERE sequence = 2`, 2],
    ['another actor', `UPDATE ledger SET actor_name = 'nobody' WHERE sequence = 3`, 3],
    ['an edited change', `UPDATE ledger SET changes = '[{}]' WHERE sequence = 1`, 1],
    ['a removed row', `DELETE FROM ledger WHERE sequence = 2`, 2],
    ['rows that are cut off', `DELETE FROM ledger WHERE sequence > 2`, 3],
    ['all rows gone', `DELETE FROM ledger`, 1],
    ['a row out of the chain', `UPDATE ledger SET sequence = NULL WHERE sequence = 4`, 4],
    ['a checkpoint that is gone before another', `DELETE FROM audit_checkpoints WHERE number = 1`, 5],
  ])('tells of %s and names the first', async (_, sql, sequence) => {
    await job.run();
    await note('e');
    await job.run();
    await tamper(sql);
    expect((await verdict())?.fault).toMatchObject({ sequence, problem: expect.any(String) });
  });

  it('is not signed where it does not follow from the last checkpoint', async () => {
    await job.run();
    await note('e');
    await tamper(`UPDATE ledger SET subject_name = 'forged' WHERE sequence = 5`);
    await job.run();
    expect(told).toHaveLength(1);
  });

  it('holds what changed before and after, and of secrets only that they are set', async () => {
    const settings = new SettingsRepository(tx);
    const write = (value: unknown) =>
      tx.run(ctx, async (inner) => {
        await settings.write(inner, 'auth.oidc', value);
        await ledger.append(inner, {
          event: 'servers.egress-changed',
          subject: { kind: 'settings', id: 's', name: 's' },
          facts: { rules: [] },
        });
      });
    await write({ issuer: 'https://a.example', clientSecret: 'sealed-one' });
    await write({ issuer: 'https://b.example', clientSecret: 'sealed-two' });
    const [second, first] = (await new LedgerReadModel(tx).list(ctx, Object.assign(new LedgerQuery(), { limit: 2 }))).data;
    const oidc = { kind: 'settings', id: null, name: 'auth.oidc' };
    const [before, after] = [
      { value: { issuer: 'https://a.example', clientSecret: '(set)' } },
      { value: { issuer: 'https://b.example', clientSecret: '(set)' } },
    ];
    expect(first?.changes).toEqual([{ ...oidc, change: 'added', before: {}, after: { name: 'auth.oidc', ...before } }]);
    expect(second?.changes).toEqual([{ ...oidc, change: 'changed', before, after }]);
    expect(JSON.stringify([first, second])).not.toContain('sealed-');
    expect(await verdict()).toMatchObject({ fault: null });
  });

  it('counts the changed rows it does not show, and sees those written after the fact', async () => {
    await tx.run(ctx, async (inner) => {
      await ledger.append(inner, {
        event: 'servers.deleted',
        subject: { kind: 'server', id: 's', name: 's' },
        facts: { slug: 's', name: 's' },
      });
      const insert = `INSERT INTO users (id, email, name, password_hash, operator, state, created_at)
        SELECT 'usr_' || n, n || '@example.com', 'n', 'topsecret', false, 'active', now() FROM generate_series(1, 105) n`;
      await tx.manager(inner).query(insert);
    });
    const [entry] = (await new LedgerReadModel(tx).list(ctx, new LedgerQuery())).data;
    expect([entry?.changes.length, entry?.moreChanges]).toEqual([100, 5]);
    expect(entry?.changes[0]).toMatchObject({
      kind: 'person',
      id: 'usr_1',
      change: 'added',
      after: { email: '1@example.com', password_hash: '(set)' },
    });
    expect(JSON.stringify(entry)).not.toContain('topsecret');
  });

  it('forgets what a transaction that was rolled back had changed', async () => {
    const failed = tx.run(ctx, async (inner) => {
      await new SettingsRepository(tx).write(inner, 'x', { a: 1 });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    for (let i = 0; i < 10; i++) await note(`after${i}`);
    const { data } = await new LedgerReadModel(tx).list(ctx, new LedgerQuery());
    expect(data.every(({ changes }) => changes.length === 0)).toBe(true);
  });
});
