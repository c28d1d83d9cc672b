import { randomBytes } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '../../testing/create-test-database.js';
import { systemCtx } from '../context/ctx.js';
import { SettingsRepository } from '../database/settings.repository.js';
import { Tx } from '../database/tx.js';
import { ChangeFeed } from '../events/change-feed.js';
import { DataKeys } from './data-keys.js';
import { MasterKeyCheck, MasterKeyMismatch } from './master-key-check.js';
import { MasterKeys } from './master-keys.js';
import { VaultError } from './vault-error.js';
import { Vault, type SealedPlace } from './vault.js';
import { VaultKeysRepository } from './vault-keys.repository.js';

const CANARY = 'sk-canary-5e1f0c';
const place: SealedPlace = { table: 'server_credentials', rowId: 'cred_1', owner: 'installation', column: 'sealed' };
const ctx = systemCtx('test');

describe('the vault', () => {
  let database: TestDatabase;
  let tx: Tx;
  const masterKey = randomBytes(32);
  const vaultWith = (key: Buffer) => new Vault(new DataKeys(new MasterKeys({ masterKey: key }), new VaultKeysRepository(tx)));
  const checkWith = (key: Buffer) =>
    new MasterKeyCheck(new MasterKeys({ masterKey: key }), new SettingsRepository(tx), new VaultKeysRepository(tx));

  beforeAll(async () => {
    database = await createTestDatabase();
    tx = new Tx(database.dataSource, new ChangeFeed());
  });
  afterAll(() => database.drop());

  it('opens what it sealed, in another process too', async () => {
    const sealed = await vaultWith(masterKey).seal(ctx, place, `${CANARY} ü 漢字`);
    expect(sealed).not.toContain(CANARY);
    expect(await vaultWith(masterKey).open(ctx, place, sealed)).toBe(`${CANARY} ü 漢字`);
  });

  it('seals the same text differently every time', async () => {
    const vault = vaultWith(masterKey);
    expect(await vault.seal(ctx, place, CANARY)).not.toBe(await vault.seal(ctx, place, CANARY));
  });

  it.each<[string, Partial<SealedPlace>]>([
    ['row', { rowId: 'cred_2' }],
    ['table', { table: 'other' }],
    ['column', { column: 'other' }],
    ['owner', { owner: 'ws_1' }],
  ])('opens nothing that was moved to another %s', async (_name, change) => {
    const vault = vaultWith(masterKey);
    const sealed = await vault.seal(ctx, place, CANARY);
    await expect(vault.open(ctx, { ...place, ...change }, sealed)).rejects.toThrow(VaultError);
  });

  it('opens nothing that was changed in any character', async () => {
    const vault = vaultWith(masterKey);
    const sealed = await vault.seal(ctx, place, CANARY);
    for (let at = 0; at < sealed.length - 1; at += 3) {
      const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
      await expect(vault.open(ctx, place, changed)).rejects.toThrow(VaultError);
    }
    for (const text of ['', 'v1.', 'v1.a.b', CANARY]) await expect(vault.open(ctx, place, text)).rejects.toThrow(VaultError);
  });

  it('opens nothing with another master key', async () => {
    const sealed = await vaultWith(masterKey).seal(ctx, place, CANARY);
    await expect(vaultWith(randomBytes(32)).open(ctx, place, sealed)).rejects.toThrow(VaultError);
  });

  it('makes one key per owner, however many seal first at once', async () => {
    const owner = 'ws_race';
    await Promise.all(Array.from({ length: 8 }, () => vaultWith(masterKey).seal(ctx, { ...place, owner }, CANARY)));
    expect(await database.owner.query('SELECT count(*)::int AS n FROM vault_keys WHERE owner = $1', [owner])).toEqual([{ n: 1 }]);
  });

  it('keeps a key although the transaction that first needed it is rolled back', async () => {
    const vault = vaultWith(masterKey);
    const owner = 'ws_rollback';
    await expect(
      tx.run(ctx, async (inner) => {
        await vault.seal(inner, { ...place, owner }, CANARY);
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    const sealed = await vault.seal(ctx, { ...place, owner }, CANARY);
    expect(await vaultWith(masterKey).open(ctx, { ...place, owner }, sealed)).toBe(CANARY);
  });

  it('is not spoilt by a secret whose key is gone', async () => {
    const vault = vaultWith(masterKey);
    const sealed = await vault.seal(ctx, place, CANARY);
    const other = vaultWith(masterKey);
    const gone = { ...ctx, transaction: {} };
    const spoilt = sealed.replace(/^v1\.[^.]+/, 'v1.vk_unknown');
    await expect(other.open(gone, place, spoilt)).rejects.toThrow(VaultError);
    expect(await other.open(ctx, place, sealed)).toBe(CANARY);
  });

  it('lets the server wrap keys anew, and neither give them to others nor remove them', async () => {
    for (const change of [`owner = 'x'`, `id = 'x'`, 'generation = 9'])
      await expect(database.dataSource.query(`UPDATE vault_keys SET ${change}`)).rejects.toThrow(/permission denied/);
    await expect(database.dataSource.query('DELETE FROM vault_keys')).rejects.toThrow(/permission denied/);
  });

  it('starts with the key of the first start and with no other', async () => {
    await Promise.all([checkWith(masterKey).onModuleInit(), checkWith(masterKey).onModuleInit()]);
    await checkWith(masterKey).onModuleInit();
    await expect(checkWith(randomBytes(32)).onModuleInit()).rejects.toThrow(MasterKeyMismatch);
  });
});
