import type { Registry } from '@mcpnest/api-client';
import { screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../../../testing/render-page';
import { answer, changes, refuse } from '../../../testing/server';
import { RegistriesPage } from './registries.page';

const REGISTRY: Registry = {
  id: 'rgy_1',
  name: 'Ours',
  url: 'https://registry.example.com',
  enabled: true,
  everyMinutes: 90,
  etag: 3,
  running: false,
  triedAt: '2026-01-01T00:00:00.000Z',
  succeededAt: '2026-01-01T00:00:00.000Z',
  problem: null,
  unreadable: 2,
  entries: 1200,
  entriesWithWarnings: 1,
};
const PATH = '/settings/registries';
const given = (...rows: Registry[]) => answer('get', PATH, { data: rows });

it('says that nothing is fetched from anywhere before somebody adds a registry, and suggests the official one', async () => {
  given();
  answer('post', PATH, REGISTRY, 201);
  const { user } = renderPage(<RegistriesPage tabs={null} />);
  expect(await screen.findByText(/nothing is fetched from anywhere/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Official registry' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Add registry' }));
  await waitFor(() => expect(changes()).toHaveLength(1));
  expect(changes()[0]?.body).toEqual({
    name: 'Official MCP registry',
    url: 'https://registry.modelcontextprotocol.io',
    everyMinutes: 360,
    enabled: true,
  });
});

it('shows entries, warnings, what could not be read, and why a round failed', async () => {
  given(REGISTRY, {
    ...REGISTRY,
    id: 'rgy_2',
    name: 'Down',
    problem: { code: 'servers.document-unreachable', detail: 'It answered with 503.' },
  });
  renderPage(<RegistriesPage tabs={null} />);
  expect(await screen.findByText('It answered with 503.')).toBeInTheDocument();
  expect(screen.getAllByText('1 entry with warnings')).toHaveLength(2);
  expect(screen.getAllByText('2 items could not be read')).toHaveLength(2);
  expect(screen.getAllByText('90 minutes')).toHaveLength(2);
});

it('reads a registry now, and removes it as it was seen', async () => {
  given(REGISTRY);
  answer('post', `${PATH}/rgy_1/sync`, { ...REGISTRY, running: true }, 202);
  refuse('delete', `${PATH}/rgy_1`, 412, { code: 'platform.stale-version', title: 'It was changed meanwhile' });
  const { user } = renderPage(<RegistriesPage tabs={null} />);
  await user.click(await screen.findByRole('button', { name: 'More for Ours' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Read now' }));
  expect(await screen.findByText('being read')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'More for Ours' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Remove…' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Remove…' }));
  expect(await screen.findByText('It was changed meanwhile')).toBeInTheDocument();
  expect(changes().map(({ method, path, headers }) => [method, path, headers.get('if-match')])).toEqual([
    ['POST', `${PATH}/rgy_1/sync`, null],
    ['DELETE', `${PATH}/rgy_1`, '"3"'],
  ]);
});
