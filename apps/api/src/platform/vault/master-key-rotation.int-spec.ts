import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { sourceProgram } from '@mcpnest/testkit';
import { createTestDatabase, type TestDatabase } from '../../testing/create-test-database.js';
import { quietLog } from '../../testing/quiet-log.js';
import { systemCtx } from '../context/ctx.js';
import { SettingsRepository } from '../database/settings.repository.js';
import { Tx } from '../database/tx.js';
import { ChangeFeed } from '../events/change-feed.js';
import { DataKeyRewrapping } from './data-key-rewrapping.js';
import { DataKeys } from './data-keys.js';
import { MasterKeyCheck, MasterKeyMismatch } from './master-key-check.js';
import { MasterKeys } from './master-keys.js';
import { VaultKeysRepository } from './vault-keys.repository.js';
import { Vault, type SealedPlace } from './vault.js';

jest.setTimeout(120_000);

const PROGRAM = sourceProgram(new URL('../../testing/programs/rewrapping-keys.ts', import.meta.url));
const KEYS = 300;
const ctx = systemCtx('test');
const placeOf = (at: number): SealedPlace => ({ table: 'credential_overrides', rowId: `cred_${at}`, owner: `ws_${at}`, column: 'sealed' });

/** A process as it starts with these keys. */
function processWith(tx: Tx, masterKey: Buffer, formerMasterKey?: Buffer) {
  const masters = new MasterKeys({ masterKey, formerMasterKey });
  const keys = new VaultKeysRepository(tx);
  const check = new MasterKeyCheck(masters, new SettingsRepository(tx), keys);
  return { vault: new Vault(new DataKeys(masters, keys)), check, rewrapping: new DataKeyRewrapping(masters, keys, check) };
}

/** Lets a process wrap keys anew until it has named so many, and kills it. @returns how many it named */
async function killAfter(keys: number, database: TestDatabase, [newKey, formerKey]: readonly [Buffer, Buffer]): Promise<number> {
  const child = spawn(process.execPath, [...PROGRAM, database.appUrl, newKey.toString('base64'), formerKey.toString('base64')], {
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let lines = 0;
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    lines += chunk.split('\n').length - 1;
    if (lines >= keys) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return lines;
}

describe('changing the master key', () => {
  let database: TestDatabase;
  let tx: Tx;
  const [former, next] = [randomBytes(32), randomBytes(32)];
  const sealed: string[] = [];
  const signal = new AbortController().signal;
  const all = [...Array(KEYS).keys()];
  const everythingOpensWith = async ({ vault }: ReturnType<typeof processWith>) => {
    for (const at of all) expect(await vault.open(ctx, placeOf(at), sealed[at]!)).toBe(`secret ${at}`);
  };

  beforeAll(async () => {
    quietLog();
    database = await createTestDatabase();
    tx = new Tx(database.dataSource, new ChangeFeed());
    const begun = processWith(tx, former);
    await begun.check.onModuleInit();
    for (const at of all) sealed.push(await begun.vault.seal(ctx, placeOf(at), `secret ${at}`));
    // As an older release left them.
    await database.owner.query(`UPDATE vault_keys SET master_id = NULL WHERE owner LIKE '%7'`);
  });
  afterAll(() => database?.drop());

  it('does not start with another key alone, and says how it is changed', async () => {
    const start = processWith(tx, next).check.onModuleInit();
    await expect(start).rejects.toThrow(MasterKeyMismatch);
    await expect(start).rejects.toThrow(/MCPNEST_FORMER_MASTER_KEY/);
    await expect(processWith(tx, next, randomBytes(32)).check.onModuleInit()).rejects.toThrow(MasterKeyMismatch);
  });

  it('goes on where a killed process left it, with every secret to be had all the time', async () => {
    const done = await killAfter(40, database, [next, former]);
    expect(done).toBeGreaterThanOrEqual(40);
    const half = processWith(tx, next, former);
    const state = await half.rewrapping.state();
    expect(state).toMatchObject({ dataKeys: KEYS, former: 'needed' });
    expect(state!.waiting).toBeGreaterThan(0);
    expect(state!.waiting).toBeLessThanOrEqual(KEYS - 40);
    const { id, formerId, masterKeys } = await half.rewrapping.wrapping();
    expect(masterKeys.map(({ masterId, place }) => [masterId, place])).toEqual([
      [id, 'in-force'],
      [formerId, 'former'],
      [null, 'unknown'],
    ]);
    expect(masterKeys.map(({ keys }) => keys).reduce((sum, keys) => sum + keys)).toBe(KEYS);
    expect(masterKeys[0]!.keys).toBe(KEYS - state!.waiting);
    await half.check.onModuleInit();
    await everythingOpensWith(half);
    for (const key of [next, former]) await expect(processWith(tx, key).check.onModuleInit()).rejects.toThrow(MasterKeyMismatch);
    await half.rewrapping.round(signal);
    expect(await half.rewrapping.state()).toMatchObject({ waiting: 0, former: 'not-needed' });
  });

  it('needs the former key no more afterwards, which opens nothing', async () => {
    const alone = processWith(tx, next);
    await alone.check.onModuleInit();
    await everythingOpensWith(alone);
    expect(await alone.rewrapping.state()).toMatchObject({ waiting: 0, former: 'none' });
    expect(await alone.rewrapping.wrapping()).toMatchObject({ formerId: null, masterKeys: [{ place: 'in-force', keys: KEYS }] });
    const start = processWith(tx, former).check.onModuleInit();
    await expect(start).rejects.toThrow(MasterKeyMismatch);
    await expect(processWith(tx, former).vault.open(ctx, placeOf(0), sealed[0]!)).rejects.toThrow();
  });

  it('takes along what a process with the former key made meanwhile', async () => {
    const late = await processWith(tx, former).vault.seal(ctx, placeOf(KEYS), 'late');
    const both = processWith(tx, next, former);
    expect(await both.rewrapping.state()).toMatchObject({ waiting: 1, former: 'needed' });
    await both.rewrapping.round(signal);
    expect(await processWith(tx, next).vault.open(ctx, placeOf(KEYS), late)).toBe('late');
  });
});
