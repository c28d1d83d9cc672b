import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { isAlive } from '../../testing/is-alive.js';
import { openStdioBench, type StdioBench } from '../../testing/stdio-bench.js';
import { gapsOf, type Fence } from '../fence/fence.js';
import { DEFAULT_BOUNDS, type LocalBounds } from '../fence/limits.js';
import { LocalHost } from '../local-host.js';
import { readMembership } from './find-rooms.js';
import { GroupHome } from './group-home.js';
import { ownPlaces } from './own-places.js';
import { membersOf, ServerGroup } from './server-group.js';

jest.setTimeout(120_000);

const place = mkdtempSync(join(tmpdir(), 'mcpnest-groups-'));
const opened: StdioBench[] = [];
let fence: Fence;
let home: GroupHome;
beforeAll(async () => {
  fence = await new LocalHost({ groups: place }).fence();
  home = await GroupHome.open(place);
  for (const gap of gapsOf(fence)) process.stderr.write(`\nNot held on this machine: ${gap}\n`);
});
afterEach(async () => {
  for (const bench of opened.splice(0)) await bench.close();
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

const within = (bounds: Partial<LocalBounds>): StdioBench => {
  const one = openStdioBench({ host: new LocalHost({ groups: place, bounds: { ...DEFAULT_BOUNDS, ...bounds } }) });
  opened.push(one);
  return one;
};
const where = (isSo: () => boolean, what: string) => (name: string, run: () => Promise<void>) =>
  test(name, async () => (isSo() ? run() : void process.stderr.write(`\nSKIPPED, ${what} on this machine: ${name}\n`)));
const whereGroupsAre = where(() => home.isUsable, 'no control group can be made');
const whereProcessorIs = where(() => fence.holds.processorLimit, 'the processor cannot be bounded');
const whereMemoryIs = where(() => fence.holds.memoryTogether, 'the memory of a tree cannot be bounded');
const wherePidsAre = where(() => home.isUsable && home.refused.pids === undefined, 'the number of processes cannot be bounded by a group');
const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
};

/** A file of the group that a process is in, the first of these that a hierarchy has. */
function fileOf(pid: number, ...files: readonly string[]): string {
  const places = ownPlaces(readMembership().mountinfo, readFileSync(`/proc/${pid}/cgroup`, 'utf8'));
  const folders = places.filter(({ path }) => path.includes('mcpnest-')).map(({ folder }) => folder);
  const paths = files.flatMap((file) => folders.map((folder) => join(folder, file)));
  return readFileSync(
    paths.find((path) => existsSync(path))!,
    'utf8',
  );
}
const numberIn = (text: string, name: string): number => Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1]);
const pidOf = async (bench: StdioBench): Promise<number> => (await bench.state()).processes.at(-1)!.pid;

test('what is not bounded is said with its reason', () => {
  const unbounded = (['processorLimit', 'memoryTogether'] as const).filter((key) => !fence.holds[key]);
  for (const key of unbounded) expect(gapsOf(fence)).toContainEqual(expect.stringContaining(`: ${fence.why![key]}.`));
});

test('control groups are left alone where they are switched off', async () => {
  const off = await new LocalHost({ groups: null }).fence();
  expect(off.holds).toMatchObject({ processorLimit: false, memoryTogether: false });
  expect(gapsOf(off)).toContain('The processor time of local servers is not limited: LOCAL_GROUPS=off is set.');
});

whereProcessorIs('children that burn the processor are held back', async () => {
  const bench = within({ processors: 0.2 });
  await bench.text('echo');
  const pid = await pidOf(bench);
  const throttled = () => numberIn(fileOf(pid, 'cpu.stat'), 'nr_throttled');
  const before = throttled();
  // Again and again, as a machine that is busy with others may give them no more than their bound for a while.
  do await bench.text('burn', { processes: 2, milliseconds: 600 });
  while (throttled() === before);
});

wherePidsAre('a fork bomb ends at the bound of its group, and others are unharmed', async () => {
  const other = within({});
  const bench = within({ processes: 48 });
  await bench.text('echo');
  const pid = await pidOf(bench);
  const started = Number(await bench.text('fork-bomb', { processes: 100 }).catch(() => 0));
  expect(started).toBeLessThan(48);
  expect(fileOf(pid, 'pids.max').trim()).toBe('48');
  expect(numberIn(fileOf(pid, 'pids.events'), 'max')).toBeGreaterThan(0);
  expect(await other.text('echo', { a: 1 })).toBe('{"a":1}');
});

whereMemoryIs('children that hoard together are ended at the bound of their group, and others are unharmed', async () => {
  const other = within({});
  await other.text('echo');
  const bench = within({ memoryBytes: 512 * 1_048_576 });
  await bench.text('echo');
  const pid = await pidOf(bench);
  // Each of them alone would be within the bound, and stays for longer than the call may take.
  expect(await bench.text('hoard-together', { processes: 3, megabytes: 250 })).toBe('one is gone');
  expect(numberIn(fileOf(pid, 'memory.events', 'memory.oom_control'), 'oom_kill')).toBeGreaterThan(0);
  expect(await other.text('echo', { a: 1 })).toBe('{"a":1}');
});

whereGroupsAre('a program is in its group from its first moment', async () => {
  const group = await home.make(DEFAULT_BOUNDS);
  const { file, args } = group.around({ file: '/bin/cat', args: ['/proc/self/cgroup'], environment: {}, cwd: '/' });
  const membership = execFileSync(file, args, { encoding: 'utf8' });
  expect(membership.split('\n').filter((line) => line.includes(basename(group.folders[0]!)))).toHaveLength(group.folders.length);
  await group.end();
  expect(group.folders.filter((folder) => existsSync(folder))).toEqual([]);
});

test('a program that cannot enter its group is not run', () => {
  // Where nobody can make one.
  const group = ServerGroup.found('/proc/no-group');
  const { file, args } = group.around({ file: '/bin/echo', args: ['ran'], environment: {}, cwd: '/' });
  expect(() => execFileSync(file, args, { stdio: 'pipe' })).toThrow(expect.objectContaining({ status: 125, stdout: Buffer.alloc(0) }));
});

whereGroupsAre('a group is gone with its server, and a daemon that left it with it', async () => {
  const bench = within({});
  await bench.text('daemon', { seconds: 317 });
  const pid = await pidOf(bench);
  const places = ownPlaces(readMembership().mountinfo, readFileSync(`/proc/${pid}/cgroup`, 'utf8')).filter(({ path }) =>
    path.includes('mcpnest-'),
  );
  const members = places.flatMap(({ folder }) => membersOf(folder));
  expect(members).toContain(pid);
  await bench.close();
  expect(places.filter(({ folder }) => existsSync(folder))).toEqual([]);
  await until(() => !members.some(isAlive));
});

whereGroupsAre('what a killed gateway left is ended at the next start, and nothing of others', async () => {
  const group = await home.make(DEFAULT_BOUNDS);
  const ofMine = group.folders[0]!;
  const left = join(dirname(ofMine), basename(ofMine).replace(`-${process.pid}-`, '-4999999-'));
  const ofOthers = join(dirname(ofMine), `mcpnest-${'0'.repeat(12)}-4999999-1-x`);
  mkdirSync(left);
  mkdirSync(ofOthers);
  const sleeper = spawn('/bin/sleep', ['300'], { stdio: 'ignore' });
  await once(sleeper, 'spawn');
  writeFileSync(join(left, 'cgroup.procs'), String(sleeper.pid));
  const ended = once(sleeper, 'exit');
  await GroupHome.open(place);
  expect(await ended).toEqual([null, 'SIGKILL']);
  expect([left, ofMine, ofOthers].map((folder) => existsSync(folder))).toEqual([false, true, true]);
  await group.end();
  await ServerGroup.found(ofOthers).end();
});

test('a group of the second generation is killed at once, whatever left its session', async () => {
  const top = ownPlaces(readMembership().mountinfo, readMembership().cgroup).find(({ generation }) => generation === 2);
  const folder = join(top?.folder ?? '/nonexistent', `mcpnest-test-${process.pid}`);
  try {
    await ServerGroup.make([{ folder, settings: [] }]);
  } catch (error) {
    return void process.stderr.write(`\nSKIPPED, no group of the second generation can be made here (${(error as Error).message})\n`);
  }
  const group = ServerGroup.found(folder);
  const script = 'setsid sleep 300 & sleep 300 & setsid sh -c "trap : TERM; while :; do sleep 300; done" & wait';
  const { file, args } = group.around({ file: '/bin/sh', args: ['-c', script], environment: {}, cwd: '/' });
  const child = spawn(file, args, { stdio: 'ignore' });
  await until(() => membersOf(folder).length >= 5);
  const members = membersOf(folder);
  await group.end();
  await until(() => !members.some(isAlive));
  expect(existsSync(folder)).toBe(false);
  child.kill('SIGKILL');
});
