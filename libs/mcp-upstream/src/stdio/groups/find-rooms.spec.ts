import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRooms } from './find-rooms.js';

/** Files as the kernel shows them, in a folder of ours. */
let top: string;
beforeEach(() => (top = mkdtempSync(join(tmpdir(), 'mcpnest-groups-'))));
afterEach(() => rmSync(top, { recursive: true, force: true }));

function group(path: string, files: Readonly<Record<string, string>>): string {
  const folder = join(top, path);
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}
const second = (path: string, options = 'rw,nsdelegate', isRoot = false) =>
  findRooms({ mountinfo: `1 1 0:1 / ${top} rw - cgroup2 cgroup2 ${options}`, cgroup: `0::${path}`, isRoot });
const first = (path: string, isRoot = true) =>
  findRooms({ mountinfo: `1 1 0:1 / ${top} rw - cgroup cgroup rw,cpu`, cgroup: `3:cpu:${path}`, isRoot });
const OF_TWO = {
  'cgroup.controllers': 'cpuset cpu memory pids\n',
  'cgroup.type': 'domain\n',
  'cgroup.subtree_control': '',
  'cgroup.procs': '',
};
const ME = `${process.pid}\n`;
const STRANGER = `${process.pid}\n${process.ppid}\n`;

test('a group that gives on what bounds is a room', () => {
  const folder = group('own', { ...OF_TWO, 'cgroup.subtree_control': 'cpu memory pids\n' });
  expect(second('/own')).toEqual({ rooms: [{ generation: 2, folder, controllers: ['cpu', 'memory', 'pids'] }], refused: {} });
});

test('the gateway moves into a leaf of a group of its own, and nothing is claimed that the kernel does not confirm', () => {
  const folder = group('own', { ...OF_TWO, 'cgroup.procs': ME });
  const { rooms, refused } = second('/own');
  expect(readFileSync(join(folder, 'mcpnest-gateway', 'cgroup.procs'), 'utf8')).toBe(String(process.pid));
  expect(readFileSync(join(folder, 'cgroup.subtree_control'), 'utf8')).toMatch(/^\+/);
  expect(rooms).toEqual([]);
  expect(refused.cpu).toMatch(/not given/);
});

test('a gateway that was started in the leaf of one before finds the group above it', () => {
  const folder = group('own', { ...OF_TWO, 'cgroup.controllers': 'cpu pids\n', 'cgroup.subtree_control': 'cpu pids\n' });
  group('own/mcpnest-gateway', { 'cgroup.procs': ME });
  const { rooms, refused } = second('/own/mcpnest-gateway');
  expect(rooms).toEqual([{ generation: 2, folder, controllers: ['cpu', 'pids'] }]);
  expect(refused).toEqual({ memory: expect.stringContaining('not given') });
});

test('what programs of the same user could change themselves is no bound', () => {
  group('own', { ...OF_TWO, 'cgroup.subtree_control': 'cpu memory pids\n', release_agent: '' });
  expect(second('/own', 'rw').refused.cpu).toMatch(/nsdelegate/);
  expect(second('/own', 'rw', true).rooms).toHaveLength(1);
  expect(first('/own', false)).toMatchObject({ rooms: [], refused: { cpu: expect.stringContaining('nsdelegate') } });
});

test.each([
  ['other processes', () => group('own', { ...OF_TWO, 'cgroup.procs': STRANGER })],
  ['processes out of sight', () => group('own', { ...OF_TWO, 'cgroup.procs': `${process.pid}\n0\n` })],
  ['groups of others', () => (group('own', { ...OF_TWO, 'cgroup.procs': ME }), group('own/theirs', {}))],
])('a group with %s is left as it is', (_, make) => {
  make();
  const { rooms, refused } = second('/own');
  expect(rooms).toEqual([]);
  expect(refused.cpu).toBe(
    'the control group /own holds other programs too; start the gateway in one of its own, as systemd does with Delegate=yes',
  );
  expect(existsSync(join(top, 'own/mcpnest-gateway'))).toBe(false);
  expect(readFileSync(join(top, 'own/cgroup.subtree_control'), 'utf8')).toBe('');
});

test('at the top of the machine only what is given on already is used', () => {
  const folder = group('', { 'cgroup.controllers': 'cpu memory pids\n', 'cgroup.subtree_control': 'memory\n', 'cgroup.procs': STRANGER });
  const { rooms } = second('/');
  expect(rooms).toEqual([{ generation: 2, folder: join(folder), controllers: ['memory'] }]);
  expect(readFileSync(join(folder, 'cgroup.subtree_control'), 'utf8')).toBe('memory\n');
});

test('hierarchies of the first generation have room at their top, and in a group of the gateway alone', () => {
  group('', { release_agent: '', 'cgroup.procs': STRANGER });
  group('own', { 'cgroup.procs': ME });
  group('shared', { 'cgroup.procs': STRANGER });
  expect(first('/').rooms).toEqual([{ generation: 1, folder: join(top), controllers: ['cpu'] }]);
  expect(first('/own').rooms).toHaveLength(1);
  const { rooms, refused } = first('/shared');
  expect(rooms).toEqual([]);
  expect(refused).toEqual({
    cpu: expect.stringContaining('/shared holds other programs'),
    memory: expect.any(String),
    pids: expect.any(String),
  });
});

test('a machine without control groups is said to have none', () => {
  expect(findRooms({ mountinfo: '', cgroup: '', isRoot: true })).toEqual({
    rooms: [],
    refused: { cpu: expect.stringContaining('no control groups'), memory: expect.any(String), pids: expect.any(String) },
  });
});
