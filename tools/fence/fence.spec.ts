import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { PLANTS, type Plant } from './plants.mjs';

interface Finding {
  readonly file: string;
  readonly rule: string;
  readonly to?: string;
}

/** Runs the real lint and dependency rules over a planted copy of the sources. */
function findings(): Finding[] {
  const output = execFileSync(process.execPath, [join(__dirname, 'try-plants.mjs')], { encoding: 'utf8', maxBuffer: 1 << 26 });
  return JSON.parse(output) as Finding[];
}

describe('the fences', () => {
  let found: Finding[];

  beforeAll(() => {
    found = findings();
  }, 180_000);

  it.each(PLANTS)('catch it when $name', ({ file, caughtBy }: Plant) => {
    expect(found.filter((finding) => finding.file === file).map(({ rule }) => rule)).toContain(caughtBy);
  });

  it('raise no alarm about the rest of the tree', () => {
    const planted = new Set(PLANTS.map(({ file }) => file));
    expect(found.filter(({ file }) => !planted.has(file))).toEqual([]);
  });
});
