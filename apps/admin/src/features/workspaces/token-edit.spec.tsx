import { screen, waitFor } from '@testing-library/react';
import type { Token } from '@mcpnest/api-client';
import { answer, changes, refuse, type Sent } from '../../testing/server';
import { renderPage } from '../../testing/render-page';
import { TokenEdit } from './token-edit';

const onClose = jest.fn();
const TOKEN = { id: 'tok_1', name: 'Laptop', etag: 3, expiresAt: '2027-01-01T00:00:00.000Z', tools: ['demo:*'], addresses: null } as Token;
const open = (token: Token = TOKEN) =>
  renderPage(<TokenEdit slug="team" token={token} onClose={onClose} tools={['demo:*', 'demo:echo']} />);
const save = 'Save changes';

beforeEach(() => {
  onClose.mockClear();
  answer('patch', '/workspaces/team/tokens/tok_1', TOKEN);
  answer('get', '/settings/tokens', { lifetimeDaysMax: null, mayNeverExpire: true });
});

it('sends what differs and nothing else, for the state that was seen', async () => {
  const { user } = open();
  await screen.findByLabelText(/^Name/);
  expect(screen.getByRole('button', { name: save })).toBeDisabled();
  await user.type(screen.getByLabelText(/^Name/), ' of Ana');
  await user.type(screen.getByRole('combobox', { name: 'Only from these addresses' }), '203.0.113.0/24{Enter}');
  await user.click(screen.getByRole('button', { name: save }));
  await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
  const [{ path, body, headers }] = changes() as [Sent];
  expect([path, body]).toEqual(['/workspaces/team/tokens/tok_1', { name: 'Laptop of Ana', addresses: ['203.0.113.0/24'] }]);
  expect(headers.get('if-match')).toBe('"3"');
});

it('takes a limit away, and asks for a tool where it stays', async () => {
  const { user } = open({ ...TOKEN, tools: [] as string[] });
  await screen.findByLabelText(/^Name/);
  await user.type(screen.getByLabelText(/^Name/), '!');
  await user.click(screen.getByRole('button', { name: save }));
  expect(await screen.findByText('Name at least one tool')).toBeVisible();
  expect(changes()).toEqual([]);
  await user.click(screen.getByLabelText('All tools of the workspace'));
  await user.click(screen.getByRole('button', { name: save }));
  await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
  expect(changes()[0]?.body).toEqual({ name: 'Laptop!', tools: null });
});

it('keeps what was typed where somebody else was first, and says so', async () => {
  refuse('patch', '/workspaces/team/tokens/tok_1', 412, { code: 'platform.stale-version', title: 'Changed in the meantime' });
  const { user } = open();
  await screen.findByLabelText(/^Name/);
  await user.type(screen.getByLabelText(/^Name/), '2');
  await user.click(screen.getByRole('button', { name: save }));
  await user.click(await screen.findByRole('button', { name: /begin again/ }));
  expect(onClose).toHaveBeenCalledTimes(1);
});
