import { verifyFolder, type ChainVerdict } from '../modules/audit/index.js';

/** `audit:verify <folder>`: proves an export of call records; the exit code is 1 where a row is not as it was recorded. */
async function run(folder: string | undefined): Promise<number> {
  if (folder === undefined) throw new Error('Name the folder of the export: npm run audit:verify -- <folder>');
  const verdicts = await verifyFolder(folder);
  for (const verdict of verdicts) process.stdout.write(`${sayingOf(verdict)}\n`);
  return verdicts.some(({ fault }) => fault !== null) ? 1 : 0;
}

function sayingOf({ chain, rows, signedRows, knownMissing, fault }: ChainVerdict): string {
  if (fault) return `BAD ${chain}: sequence ${fault.sequence}${fault.callId === null ? '' : ` (${fault.callId})`}: ${fault.problem}`;
  return `OK  ${chain}: ${rows} rows, signed up to sequence ${signedRows}, ${knownMissing} known to be missing`;
}

run(process.argv[2]).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 2;
  },
);
