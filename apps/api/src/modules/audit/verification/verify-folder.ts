import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ChainVerifier, type ChainVerdict, type Evidence, type ExportedRow } from '../chain/chain-verifier.js';

const ROWS = '.ndjson';

/**
 * Proves an export without the product or its database. The folder holds `public-key.pem`, and for each chain `<chain>.ndjson`
 * (its rows) and `<chain>.evidence.json` (its checkpoints and gaps).
 * @throws where a file is missing or is not what its name says
 */
export async function verifyFolder(folder: string): Promise<readonly ChainVerdict[]> {
  const keys = keysOf(createPublicKey(readFileSync(join(folder, 'public-key.pem'))));
  const chains = readdirSync(folder)
    .filter((name) => name.endsWith(ROWS))
    .map((name) => name.slice(0, -ROWS.length))
    .sort();
  if (chains.length === 0) throw new Error(`${folder} holds no file <chain>${ROWS}.`);
  const verdicts: ChainVerdict[] = [];
  for (const chain of chains) verdicts.push(await verifyChain(folder, chain, keys));
  return verdicts;
}

async function verifyChain(folder: string, chain: string, keys: Evidence['keys']): Promise<ChainVerdict> {
  const evidence = JSON.parse(readFileSync(join(folder, `${chain}.evidence.json`), 'utf8')) as Omit<Evidence, 'keys'>;
  const verifier = new ChainVerifier(chain, { ...evidence, keys });
  const lines = createInterface({ input: createReadStream(join(folder, `${chain}${ROWS}`)), crlfDelay: Infinity });
  for await (const line of lines) if (line !== '') verifier.add(JSON.parse(line) as ExportedRow);
  return verifier.finish();
}

/** A key's id is the beginning of its hash, so that one file is enough. */
function keysOf(key: KeyObject): Evidence['keys'] {
  const digest = createHash('sha256')
    .update(key.export({ format: 'der', type: 'spki' }))
    .digest('hex');
  return new Map([[digest.slice(0, 16), key]]);
}
