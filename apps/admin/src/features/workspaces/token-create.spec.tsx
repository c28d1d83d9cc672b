import { screen, waitFor } from '@testing-library/react';
import { answer, changes } from '../../testing/server';
import { renderPage } from '../../testing/render-page';
import { TokenCreate } from './token-create';
import { expiryOf } from './token-expiry';

const SECRET = 'mng_abcdefghijklmnopqrstuvwxyzABCD02oPn2';
const onClose = jest.fn();
const open = () => renderPage(<TokenCreate slug="team" opened onClose={onClose} tools={['demo:*', 'demo:echo']} />);
const made = {
  id: 'tok_1',
  name: 'Laptop',
  prefix: 'mng_',
  last4: 'oPn2',
  owner: { userId: 'usr_1', name: 'Ada', email: 'ada@example.com' },
  createdAt: '2026-11-23T10:00:00Z',
  expiresAt: null,
  lastUsedAt: null,
  state: 'active',
  revokedAt: null,
  tools: null,
  replacedBy: null,
  kind: 'personal',
  addresses: null,
  lastUse: null,
  lastRefusal: null,
  attention: null,
  endsAt: null,
  usedSinceRotation: false,
  revokeReason: null,
  restorableUntil: null,
  etag: 1,
  token: SECRET,
};

beforeEach(() => {
  onClose.mockClear();
  answer('post', '/workspaces/team/tokens', made, 201);
  answer('get', '/settings/tokens', { lifetimeDaysMax: null, mayNeverExpire: true });
});

it('sends name and expiry, and leaves tools out where all are allowed', async () => {
  const { user } = open();
  await user.type(await screen.findByLabelText(/^Name/), ' Laptop ');
  await user.click(screen.getByRole('button', { name: 'New token' }));
  await screen.findByText(SECRET);
  const [{ path, body }] = changes() as unknown as [{ path: string; body: { name: string; expiresAt: string } }];
  expect(path).toBe('/workspaces/team/tokens');
  expect(Object.keys(body)).toEqual(['name', 'expiresAt']);
  expect(body.name).toBe('Laptop');
  expect(Math.round((Date.parse(body.expiresAt) - Date.now()) / 86_400_000)).toBe(90);
});

it('asks for a tool before it makes a token that is limited to some', async () => {
  const { user } = open();
  await user.type(await screen.findByLabelText(/^Name/), 'CI');
  await user.click(screen.getByLabelText('Only these tools'));
  await user.click(screen.getByRole('button', { name: 'New token' }));
  expect(await screen.findByText('Name at least one tool')).toBeVisible();
  expect(changes()).toEqual([]);
});

it('keeps the secret out of every cache and closes only after a second look', async () => {
  const { user, queries } = open();
  await user.type(await screen.findByLabelText(/^Name/), 'Laptop');
  await user.click(screen.getByRole('button', { name: 'New token' }));
  await screen.findByText(SECRET);
  await user.click(screen.getByRole('button', { name: 'I saved it' }));
  expect(onClose).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Close anyway' }));
  expect(onClose).toHaveBeenCalledTimes(1);
  await waitFor(() =>
    expect(
      JSON.stringify([
        queries
          .getMutationCache()
          .getAll()
          .map(({ state }) => state.data),
        queries
          .getQueryCache()
          .getAll()
          .map(({ state }) => state.data),
      ]),
    ).not.toContain(SECRET),
  );
  expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain(SECRET);
});

it.each([
  ['days30', '2026-01-31T00:00:00.000Z'],
  ['never', null],
])('reads the preset %s', (preset, at) => expect(expiryOf(preset, Date.parse('2026-01-01T00:00:00Z'))).toBe(at));

it('binds a token to addresses, and makes one of the workspace for machines', async () => {
  const { user } = open();
  await user.type(await screen.findByLabelText(/^Name/), 'CI');
  await user.click(await screen.findByRole('radio', { name: /a service token/ }));
  await user.type(screen.getByRole('combobox', { name: 'Only from these addresses' }), '203.0.113.0/24{Enter}');
  await user.click(screen.getByRole('button', { name: 'New token' }));
  await screen.findByText(SECRET);
  expect(changes()[0]?.body).toMatchObject({ name: 'CI', kind: 'service', addresses: ['203.0.113.0/24'] });
});

it('offers no longer life than the operator allows', async () => {
  answer('get', '/settings/tokens', { lifetimeDaysMax: 30, mayNeverExpire: false });
  const { user } = open();
  await user.type(await screen.findByLabelText(/^Name/), 'CI');
  await user.click(await screen.findByRole('combobox', { name: 'Expires' }));
  await waitFor(() => expect(screen.queryByText('In a year')).toBeNull());
  expect(screen.getByText('In 30 days')).toBeInTheDocument();
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('button', { name: 'New token' }));
  await screen.findByText(SECRET);
  expect(changes()[0]?.body).toEqual({ name: 'CI' });
});
