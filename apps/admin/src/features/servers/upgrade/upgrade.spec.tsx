import type { Exposure, Server, Version, VersionDiff } from '@mcpnest/api-client';
import { screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../../../testing/render-page';
import { answer, changes, refuse } from '../../../testing/server';
import { ExposuresPanel } from '../exposures-panel';
import { VersionsTab } from '../versions.tab';

const VERSION: Version = {
  number: 1,
  state: 'approved',
  transport: { type: 'streamable-http', url: 'https://old.example/mcp', headers: [], era: 'auto', clientCapabilities: 'faithful' },
  note: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  createdBy: { userId: 'usr_1', name: 'Ada' },
  tools: [],
  approvedAt: '2026-01-01T00:00:00.000Z',
};
const EXPOSURE = {
  server: { id: 'srv_1', slug: 'crm', name: 'CRM' },
  version: 2,
  versionState: 'approved',
  latestApproved: 3,
  toolPrefix: null,
  position: 0,
  enabled: true,
  createdAt: '2026-01-01T00:00:00.000Z',
  etag: 1,
  health: { state: 'ok', reason: null, checkedAt: null },
  toolCount: 3,
} as Exposure;
const DIFF: VersionDiff = {
  from: { number: 2, state: 'approved', listed: true },
  to: { number: 3, state: 'approved', listed: true },
  transport: [{ field: 'address', name: null, from: 'https://old.example/mcp', to: 'https://new.example/mcp' }],
  credentials: { gained: ['X-Key'], lost: [], unset: ['X-Key'] },
  definitions: [
    {
      kind: 'tools',
      key: 'find',
      change: 'changed',
      from: { hash: 'a', text: '{"name":"find","description":"Finds"}' },
      to: { hash: 'b', text: '{"name":"find","description":"Finds and\\u200B deletes"}' },
    },
  ],
  unchanged: 2,
};
const used = (label: string, calls: number) => ({ label, value: label, within: null, calls, failed: 0 });
const USE = { clients: [used('claude-code', 7), used('cursor', 1)], tools: [used('find', 7), used('other', 1)] };
const VERSIONS = [3, 2, 1].map((number) => ({ ...VERSION, number }));

beforeEach(() => {
  answer('get', '/servers/crm/versions', { data: VERSIONS, nextCursor: null });
  answer('get', '/servers/crm/versions/2/diff/3', DIFF);
  answer('get', '/servers/crm/exposures', { data: [], nextCursor: null, reach: { workspaces: 1, activeTokens: 4 } });
  answer('get', '/workspaces/team/call-analytics', USE);
  answer('get', '/workspaces/team/servers', { data: [EXPOSURE], nextCursor: null });
  answer('patch', '/workspaces/team/servers/crm', { ...EXPOSURE, version: 3 });
  answer('post', '/workspaces/team/servers/crm/rollback', { ...EXPOSURE, version: 1 });
});

describe('the upgrade of a server in a workspace', () => {
  it('shows the difference first, and can be taken back', async () => {
    const { user } = renderPage(<ExposuresPanel slug="team" />);
    await user.click(await screen.findByRole('button', { name: 'More for CRM' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Update to v3…' }));
    const dialog = await screen.findByRole('dialog', { name: 'CRM: v2 to v3' });
    expect(changes()).toEqual([]);
    expect(await within(dialog).findByText(/https:\/\/new\.example/)).toBeInTheDocument();
    expect(within(dialog).getByText(/Without a value for this address: X-Key/)).toBeInTheDocument();
    const reach = await within(dialog).findByRole('alert', { name: 'Whom it reaches' });
    for (const line of [
      '4 active tokens of this workspace may see it.',
      'Called in the last 7 days by claude-code (7 calls), cursor (1 call).',
      '1 tool changed.',
      'Of what is removed or changed, these were in use: find (7 calls).',
      'Calls will fail: 1 credential without a value.',
      'No other workspace shows this server.',
    ])
      expect(within(reach).getByText(line)).toBeInTheDocument();
    await user.click(within(dialog).getByRole('button', { name: /find/ }));
    expect(await within(dialog).findByText('U+200B')).toBeInTheDocument();
    await user.click(within(dialog).getByRole('button', { name: 'Use v3' }));
    await waitFor(() => expect(changes().map(({ method, body }) => [method, body])).toEqual([['PATCH', { version: 3 }]]));
    await user.click(await screen.findByRole('button', { name: 'Go back' }));
    await waitFor(() => expect(changes().at(-1)).toMatchObject({ path: '/workspaces/team/servers/crm/rollback', body: { version: 2 } }));
  });

  it('goes back at one click, and forward again at another', async () => {
    const { user } = renderPage(<ExposuresPanel slug="team" />);
    await user.click(await screen.findByRole('button', { name: 'More for CRM' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Go back to v1' }));
    expect(await screen.findByText('CRM is back on v1.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(changes().map(({ body }) => body)).toEqual([{ version: 1 }, { version: 2 }]));
  });

  it('stays open with the reason where it is refused', async () => {
    refuse('patch', '/workspaces/team/servers/crm', 422, {
      code: 'servers.version-not-approved',
      title: 'Only an approved version can be exposed',
    });
    const { user } = renderPage(<ExposuresPanel slug="team" />);
    await user.click(await screen.findByRole('button', { name: 'More for CRM' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Update to v3…' }));
    await user.click(await screen.findByRole('button', { name: 'Use v3' }));
    expect(await screen.findByText('Only an approved version can be exposed')).toBeInTheDocument();
    expect(screen.getByRole('dialog', { name: 'CRM: v2 to v3' })).toBeInTheDocument();
  });

  it('tells that a version was taken out of service', async () => {
    answer('get', '/workspaces/team/servers', {
      data: [
        {
          ...EXPOSURE,
          versionState: 'quarantined',
          health: { state: 'failing', reason: 'servers.version-out-of-service', checkedAt: null },
        },
      ],
      nextCursor: null,
    });
    renderPage(<ExposuresPanel slug="team" />);
    expect(await screen.findByText('quarantined')).toBeInTheDocument();
  });
});

describe('the versions of a server', () => {
  const server = { id: 'srv_1', slug: 'crm', name: 'CRM', exposedIn: 2, latestVersion: VERSIONS[0] } as unknown as Server;

  it('can be compared with each other and put to use in a workspace', async () => {
    const { user } = renderPage(<VersionsTab server={server} />);
    await user.click(await screen.findByRole('button', { name: 'Compare version 3' }));
    expect(await screen.findByText(/https:\/\/new\.example/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Close' }));
    await user.click(screen.getByRole('button', { name: 'Use version 3 in a workspace' }));
    await user.click(await screen.findByRole('button', { name: 'Use v3' }));
    await waitFor(() => expect(changes().at(-1)).toMatchObject({ path: '/workspaces/team/servers/crm', body: { version: 3 } }));
  });

  it('can be quarantined, with a word on what that does', async () => {
    answer('post', '/servers/crm/versions/3/quarantine', { ...VERSIONS[0], state: 'quarantined' });
    const { user } = renderPage(<VersionsTab server={server} />);
    await user.click(await screen.findByRole('button', { name: 'Quarantine version 3' }));
    expect(await screen.findByText(/Its tools disappear wherever it is pinned/)).toBeInTheDocument();
    await user.type(screen.getByLabelText('Note'), 'odd');
    await user.click(screen.getByRole('button', { name: 'Quarantine' }));
    await waitFor(() => expect(changes().at(-1)).toMatchObject({ path: '/servers/crm/versions/3/quarantine', body: { note: 'odd' } }));
  });
});
