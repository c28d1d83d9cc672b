import { count } from '../../../lib/format';

/** Words of whom a change reaches. */
export const reachText = {
  line: (workspaces: number, tokens: number) =>
    workspaces === 0
      ? 'No workspace shows this to its clients.'
      : `${count(workspaces, 'workspace')}, ${count(tokens, 'active token')} see this.`,
  title: 'Where it is shown',
  lead: 'Workspaces whose clients get its tools, and the tokens that may see some of them.',
  empty: 'No workspace shows this server.',
  workspace: 'Workspace',
  version: 'Version',
  canary: (version: number) => `canary v${version}`,
  prefix: 'Prefix',
  tokens: 'Active tokens',
  state: 'State',
  on: 'shown',
  off: 'switched off',
  outOfService: 'out of service',
};
