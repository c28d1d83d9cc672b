import type { PublishedTool } from '@mcpnest/api-client';
import { screen, waitFor } from '@testing-library/react';
import { answer, changes, refuse } from '../../testing/server';
import { renderPage } from '../../testing/render-page';
import { ToolsPage } from './tools.page';

const tool = (name: string, part: Partial<PublishedTool> = {}): PublishedTool => ({
  name,
  server: 'demo',
  tool: name,
  title: null,
  description: `Does ${name}.`,
  originalDescription: `Does ${name}.`,
  enabled: true,
  alias: null,
  published: true,
  parameters: [],
  bytes: 100,
  gates: [
    { name: 'exposed', ok: true },
    { name: 'enabled', ok: true },
  ],
  annotations: null,
  inputSchema: null,
  ...part,
});
const open = (search = {}) => renderPage(<ToolsPage slug="team" nameLengthMax={46} search={search} onSearch={() => undefined} />);

it('switches a tool by server and own name, whatever it is called here', async () => {
  answer('get', '/workspaces/team/tools', { data: [tool('say', { tool: 'echo' })], problems: [] });
  answer('patch', '/workspaces/team/tools/:name', tool('say', { enabled: false }));
  const { user } = open();
  await user.click(await screen.findByRole('switch', { name: 'say enabled' }));
  await waitFor(() =>
    expect(changes()).toEqual([
      expect.objectContaining({ method: 'PATCH', path: '/workspaces/team/tools/demo%3Aecho', body: { enabled: false } }),
    ]),
  );
});

it('takes a refused switch back and says why', async () => {
  answer('get', '/workspaces/team/tools', { data: [tool('echo')], problems: [] });
  refuse('patch', '/workspaces/team/tools/:name', 403, { code: 'auth.forbidden', title: 'You lack a permission' });
  const { user } = open();
  const toggle = await screen.findByRole('switch', { name: 'echo enabled' });
  await user.click(toggle);
  expect(await screen.findByText('You lack a permission')).toBeInTheDocument();
  await waitFor(() => expect(screen.getByRole('switch', { name: 'echo enabled' })).toBeChecked());
});

it('shows descriptions as plain text', async () => {
  const hostile = '<img src=x onerror="window.hurt=1"> [click](javascript:alert(1))';
  answer('get', '/workspaces/team/tools', { data: [tool('echo', { description: hostile })], problems: [] });
  const { container } = open();
  expect(await screen.findByText(hostile)).toBeInTheDocument();
  expect(container.querySelector('img, a[href^="javascript"]')).toBeNull();
});

it('tells nothing-yet from nothing-found', async () => {
  answer('get', '/workspaces/team/tools', { data: [], problems: [] });
  const { unmount } = open();
  expect(await screen.findByText('No tools yet')).toBeInTheDocument();
  unmount();
  answer('get', '/workspaces/team/tools', { data: [tool('echo')], problems: [] });
  open({ q: 'zzz' });
  expect(await screen.findByText('Nothing matches these filters')).toBeInTheDocument();
});

it('names the server that could not be asked and keeps the others', async () => {
  answer('get', '/workspaces/team/tools', {
    data: [tool('echo')],
    problems: [{ server: 'invoices', reason: 'gateway.upstream-timeout', detail: '' }],
  });
  open();
  expect(await screen.findByText('invoices could not be asked')).toBeInTheDocument();
  expect(screen.getByText('echo')).toBeInTheDocument();
});
