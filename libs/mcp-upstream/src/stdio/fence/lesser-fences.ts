import type { Launch } from '../launch.js';
import { accountId, asAccount, isRoot } from './accounts.js';
import { BY_DEATH_SIGNAL } from './death-signal.js';
import { environmentOf } from './environment.js';
import type { FencedCommand, FenceMaker } from './fence.js';
import { withLimits } from './limits.js';

/** Namespaces by `unshare`: own processes and, unless given, no network; files stay in sight. */
export const namespaces: FenceMaker = {
  kind: 'namespaces',
  ownerOf: ({ account }) => (isRoot() ? accountId(account) : null),
  command: (launch, bounds) => {
    const user = isRoot() ? [] : ['--user', '--map-current-user'];
    const unshared = [
      'unshare',
      ...user,
      '--pid',
      '--fork',
      '--kill-child',
      '--mount-proc',
      '--ipc',
      ...(launch.network ? [] : ['--net']),
      '--',
    ];
    const inside = withLimits([launch.file, ...launch.args], bounds);
    return commandOf(launch, [...BY_DEATH_SIGNAL, ...unshared, ...(isRoot() ? asAccount(accountId(launch.account), inside) : inside)]);
  },
};

/** An account of the server's own, by `setpriv`. Its children end with it as far as they stay in its group. */
export const ownAccount: FenceMaker = {
  kind: 'account',
  ownerOf: ({ account }) => accountId(account),
  command: (launch, bounds) =>
    // The death signal is forgotten when the user changes, so it is set after that.
    commandOf(launch, [...asAccount(accountId(launch.account), BY_DEATH_SIGNAL), ...withLimits([launch.file, ...launch.args], bounds)]),
};

/** Bounds alone, where the machine offers nothing else. */
export const boundsAlone: FenceMaker = {
  kind: 'none',
  ownerOf: () => null,
  command: (launch, bounds) => commandOf(launch, [...BY_DEATH_SIGNAL, ...withLimits([launch.file, ...launch.args], bounds)]),
};

/** The program as it is: what is left on systems without the tools of util-linux. */
export const bare: FenceMaker = {
  kind: 'none',
  ownerOf: () => null,
  command: (launch) => commandOf(launch, [launch.file, ...launch.args]),
};

function commandOf(launch: Launch, [file = '', ...args]: readonly string[]): FencedCommand {
  return { file, args, environment: environmentOf(launch, { home: launch.home, tmp: launch.home }), cwd: launch.home };
}
