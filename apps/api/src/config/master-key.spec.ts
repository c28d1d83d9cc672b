import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EnvironmentError } from './environment-error.js';
import { masterKeyFile, ownMasterKey } from './master-key.js';

describe("the installation's own master key", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'master-key-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is made once, for its owner alone, and found again', () => {
    const key = ownMasterKey(folder);
    expect(key).toHaveLength(32);
    expect(ownMasterKey(folder)).toEqual(key);
    expect(statSync(masterKeyFile(folder)).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['master-key']);
  });

  it('is never replaced when its file is damaged', () => {
    writeFileSync(masterKeyFile(folder), 'half a key');
    expect(() => ownMasterKey(folder)).toThrow(EnvironmentError);
    expect(() => ownMasterKey(folder)).toThrow(/restore it from a backup/);
  });
});
