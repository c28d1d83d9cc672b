import type { Canary, Exposure, Version } from '@mcpnest/api-client';
import { act, screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../../../testing/render-page';
import { answer, changes, refuse } from '../../../testing/server';
import { ExposuresPanel } from '../exposures-panel';

const VERSION = {
  number: 1,
  state: 'approved',
  transport: { type: 'streamable-http', url: 'https://old.example/mcp', headers: [], era: 'auto', clientCapabilities: 'faithful' },
  note: null,
  tools: [],
} as unknown as Version;
const EXPOSURE = {
  server: { id: 'srv_1', slug: 'crm', name: 'CRM' },
  version: 2,
  versionState: 'approved',
  latestApproved: 3,
  toolPrefix: null,
  position: 0,
  enabled: true,
  health: { state: 'ok', reason: null, checkedAt: null },
  toolCount: 3,
  canary: null,
} as unknown as Exposure;
const CANARY: Canary = {
  version: 3,
  pinnedVersion: 2,
  sharePercent: 10,
  tokens: [{ id: 'tok_2', name: 'old laptop', active: false }],
  startedAt: '2026-01-01T00:00:00.000Z',
  startedBy: 'Ada',
  etag: 4,
  since: '2026-01-01T00:00:00.000Z',
  figures: { version: 3, calls: 40, toolErrors: 3, serverErrors: 1, errorRate: 0.1, p50Ms: 12, p95Ms: 80 },
  pinnedFigures: { version: 2, calls: 400, toolErrors: 4, serverErrors: 0, errorRate: 0.01, p50Ms: 10, p95Ms: 30 },
};
const PATH = '/workspaces/team/servers/crm/canary';

function running(canary: Canary = CANARY) {
  answer('get', '/workspaces/team/servers', {
    data: [{ ...EXPOSURE, canary: { version: 3, sharePercent: canary.sharePercent, tokenCount: 1 } }],
    nextCursor: null,
  });
  answer('get', PATH, canary);
}

async function openMenu(item: string) {
  const { user } = renderPage(<ExposuresPanel slug="team" />);
  await user.click(await screen.findByRole('button', { name: 'More for CRM' }));
  await user.click(await screen.findByRole('menuitem', { name: item }));
  return { user, dialog: await screen.findByRole('dialog') };
}

beforeEach(() => {
  answer('get', '/servers/crm/versions', { data: [3, 2, 1].map((number) => ({ ...VERSION, number })), nextCursor: null });
  answer('get', '/workspaces/team/servers', { data: [EXPOSURE], nextCursor: null });
  answer('get', '/workspaces/team/tokens', { data: [{ id: 'tok_1', name: 'laptop' }], nextCursor: null });
});

describe('a canary', () => {
  it('starts with the newest version for a tenth of the sessions, and with chosen tokens', async () => {
    answer('post', PATH, CANARY, 201);
    const { user, dialog } = await openMenu('Try a version first…');
    expect(await within(dialog).findByRole('combobox', { name: 'Version to try' })).toHaveValue('v3');
    await user.click(within(dialog).getByRole('combobox', { name: 'Tokens that are all served it' }));
    await user.click(await screen.findByRole('option', { name: 'laptop' }));
    await user.click(within(dialog).getByRole('button', { name: 'Start canary' }));
    await waitFor(() =>
      expect(changes().map(({ method, path, body }) => [method, path, body])).toEqual([
        ['POST', PATH, { version: 3, sharePercent: 10, tokens: ['tok_1'] }],
      ]),
    );
  });

  it('cannot start for nobody', async () => {
    const { user, dialog } = await openMenu('Try a version first…');
    const slider = within(dialog).getByRole('slider', { name: 'Share of sessions' });
    act(() => slider.focus());
    await user.keyboard('{Home}');
    expect(within(dialog).getByRole('button', { name: 'Start canary' })).toBeDisabled();
  });

  it('shows its error rate and latency beside those of the pinned version, and warns where it does worse', async () => {
    running();
    const { dialog } = await openMenu('Canary…');
    const table = await within(dialog).findByRole('table', { name: 'How both versions do' });
    const cells = within(table)
      .getAllByRole('row')
      .map((row) => row.textContent);
    expect(cells[2]).toMatch(/Error rate1\s?%10\s?%/);
    expect(cells[5]).toMatch(/95th percentile30 ms80 ms/);
    expect(within(dialog).getByText(/fails more often/)).toBeInTheDocument();
    expect(within(dialog).getAllByText('old laptop (ended)').length).toBeGreaterThan(0);
  });

  it('is no worse on a handful of calls', async () => {
    running({ ...CANARY, figures: { ...CANARY.figures, calls: 3 } });
    const { dialog } = await openMenu('Canary…');
    await within(dialog).findByRole('table');
    expect(within(dialog).queryByText(/fails more often/)).not.toBeInTheDocument();
  });

  it('stands on the row of its server', async () => {
    running();
    renderPage(<ExposuresPanel slug="team" />);
    expect(await screen.findByText('canary v3 · 10 % · 1 token')).toBeInTheDocument();
  });

  it('is changed, promoted and ended as it was seen', async () => {
    running();
    answer('patch', PATH, { ...CANARY, sharePercent: 11, etag: 5 });
    answer('post', `${PATH}/promote`, null, 204);
    const { user, dialog } = await openMenu('Canary…');
    const slider = await within(dialog).findByRole('slider', { name: 'Share of sessions' });
    act(() => slider.focus());
    await user.keyboard('{ArrowRight}');
    running({ ...CANARY, sharePercent: 11, etag: 5 });
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(changes()).toHaveLength(1));
    expect(changes()[0]).toMatchObject({ method: 'PATCH', body: { sharePercent: 11, tokens: ['tok_2'] } });
    expect(changes()[0]?.headers.get('if-match')).toBe('"4"');
    await user.click(await within(dialog).findByRole('button', { name: 'Use v3 for everybody' }));
    await waitFor(() => expect(changes()).toHaveLength(2));
    expect([changes()[1]?.path, changes()[1]?.headers.get('if-match')]).toEqual([`${PATH}/promote`, '"5"']);
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });

  it('says why it could not be ended', async () => {
    running();
    refuse('delete', PATH, 412, { code: 'platform.stale-version', title: 'It was changed meanwhile' });
    const { user, dialog } = await openMenu('Canary…');
    await user.click(await within(dialog).findByRole('button', { name: 'End canary' }));
    expect(await within(dialog).findByText('It was changed meanwhile')).toBeInTheDocument();
  });
});
