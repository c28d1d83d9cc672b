import type { Server, ServerExposure, Version } from '@mcpnest/api-client';
import { screen, within } from '@testing-library/react';
import { renderPage } from '../../../testing/render-page';
import { answer } from '../../../testing/server';
import { VersionDecide } from '../version-decide';
import { ShownIn } from './shown-in';

const EXPOSURE: ServerExposure = {
  workspace: { id: 'ws_1', slug: 'team', name: 'Team' },
  version: 2,
  versionState: 'approved',
  canaryVersion: 3,
  enabled: true,
  toolPrefix: 'crm_',
  activeTokens: 41,
};

it('shows where a server is shown, on which version and for how many tokens', async () => {
  const off = {
    ...EXPOSURE,
    workspace: { id: 'ws_2', slug: 'other', name: 'Other' },
    enabled: false,
    canaryVersion: null,
    activeTokens: 1,
  };
  answer('get', '/servers/crm/exposures', { data: [EXPOSURE, off], nextCursor: null, reach: { workspaces: 1, activeTokens: 41 } });
  renderPage(<ShownIn server="crm" />);
  const [, first, second] = await screen.findAllByRole('row');
  expect(first?.textContent).toBe('Teamv2canary v3showncrm_41');
  expect(within(second!).getByText('switched off')).toBeInTheDocument();
});

it('says whom a decision about a version reaches before it is made', async () => {
  answer('get', '/servers/crm/exposures', { data: [], nextCursor: null, reach: { workspaces: 3, activeTokens: 41 } });
  const [server, version] = [{ slug: 'crm', exposedIn: 5 } as Server, { number: 2 } as Version];
  renderPage(<VersionDecide server={server} version={version} decision="quarantine" onClose={() => undefined} />);
  expect(await screen.findByText('3 workspaces, 41 active tokens see this.')).toBeInTheDocument();
});

it('says so where nobody is reached', async () => {
  answer('get', '/servers/crm/exposures', { data: [], nextCursor: null, reach: { workspaces: 0, activeTokens: 0 } });
  renderPage(<ShownIn server="crm" />);
  expect(await screen.findByText('No workspace shows this server.')).toBeInTheDocument();
});
