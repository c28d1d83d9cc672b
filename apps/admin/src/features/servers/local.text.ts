import { count } from '../../lib/format';

/** Words about servers that run on the gateway's machine. */
export const localText = {
  program: 'Package or program',
  programHint:
    'An npm package with its exact version, such as npm:@scope/name@1.2.3, or a program that the operator of the gateway listed.',
  needsVersion: 'The version must be exact, so that what runs is what you approved.',
  pinNewest: 'Take the newest',
  args: 'Arguments',
  argsHint: 'One per line.',
  network: 'May use the network',
  networkHint: 'Off unless the server needs it. With it, the server can reach whatever this machine reaches.',
  state: 'On this machine',
  lead: 'Started by the first call, ended after a quarter of an hour without one.',
  status: { stopped: 'not running', starting: 'starting', running: 'running', failing: 'keeps ending by itself' },
  never: 'It was not started since the gateway was.',
  version: (number: number) => `Version ${number}`,
  purpose: { probe: 'being asked for its revision', calls: 'serves all calls', alone: 'serves clients that can be asked back' },
  process: 'Process',
  serves: 'Serves',
  memory: 'Memory',
  cpu: 'Processor time',
  since: 'Since',
  starts: (starts: number, restarts: number) => `${count(starts, 'start')}, ${restarts} after it had ended by itself`,
  lastEnd: (code: number | null, signal: string | null) =>
    signal === 'flood'
      ? 'Last stopped because it wrote far too much'
      : `Last ended by itself ${signal === null ? `with code ${code}` : `by ${signal}`}`,
  nextStart: (seconds: number) => `Started again in ${seconds} s at the earliest`,
  stderr: 'Last lines of its standard error',
  restart: 'Restart',
  stop: 'Stop',
  fence: 'Kept apart by',
  fences: { bubblewrap: 'bubblewrap namespaces', namespaces: 'unshare namespaces', account: 'an account of its own', none: 'bounds alone' },
  holds: {
    ownUser: 'user of its own',
    privateFiles: 'private files',
    ownProcesses: 'own processes, none left behind',
    networkOff: 'network can be off',
    memoryLimit: 'memory limit',
    processLimit: 'process limit',
    fileLimit: 'file limits',
    endsWithGateway: 'ends with the gateway',
  } as Record<string, string>,
  package: 'Package',
  packageStates: { installing: 'being installed', installed: 'installed', failed: 'could not be installed' },
  integrity: 'Integrity',
  again: 'Install again',
};
