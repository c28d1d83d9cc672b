import { ownPlaces } from './own-places.js';

const UNIFIED = '30 23 0:26 / /sys/fs/cgroup rw,nosuid shared:9 - cgroup2 cgroup2 rw,nsdelegate';
const PER_CONTROLLER = [
  '32 31 0:29 / /sys/fs/cgroup/cpu,cpuacct rw shared:9 master:1 - cgroup cgroup rw,cpu,cpuacct',
  '35 31 0:32 /docker/1 /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory',
  '40 31 0:37 / /sys/fs/cgroup/systemd rw - cgroup cgroup rw,name=systemd',
  '41 31 0:38 / /sys/fs/cgroup/uni\\040fied rw - cgroup2 cgroup2 rw',
].join('\n');

test('one hierarchy has one place, whose files say what it bounds', () => {
  expect(ownPlaces(UNIFIED, '0::/system.slice/mcpnest.service\n')).toEqual([
    {
      generation: 2,
      folder: '/sys/fs/cgroup/system.slice/mcpnest.service',
      path: '/system.slice/mcpnest.service',
      controllers: [],
      isSealed: true,
    },
  ]);
});

test('hierarchies of both generations are found where they are mounted, those that bound nothing are left out', () => {
  const membership = '4:memory:/docker/1/inner\n1:cpu,cpuacct:/\n9:name=systemd:/\n6:freezer:/\n0::/\n';
  expect(ownPlaces(PER_CONTROLLER, membership)).toEqual([
    { generation: 1, folder: '/sys/fs/cgroup/memory/inner', path: '/docker/1/inner', controllers: ['memory'], isSealed: false },
    { generation: 1, folder: '/sys/fs/cgroup/cpu,cpuacct', path: '/', controllers: ['cpu'], isSealed: false },
    { generation: 2, folder: '/sys/fs/cgroup/uni fied', path: '/', controllers: [], isSealed: false },
  ]);
});

test.each([
  ['a group outside of what is mounted', '4:memory:/docker/2'],
  ['a group above the namespace', '0::/../..'],
  ['a hierarchy that is not mounted', '8:pids:/'],
  ['nothing', ''],
])('%s is no place', (_, membership) => {
  expect(ownPlaces(PER_CONTROLLER, membership)).toEqual([]);
});
