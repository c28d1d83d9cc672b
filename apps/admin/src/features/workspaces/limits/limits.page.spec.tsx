import { screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../../../testing/render-page';
import { answer, changes } from '../../../testing/server';
import { LimitsPage } from './limits.page';

const unbounded = { value: null, source: 'default' };
const limit = (scope: string, more: object = {}) => ({
  scope,
  subject: null,
  name: null,
  ratePerSecond: unbounded,
  burst: unbounded,
  concurrency: unbounded,
  callsPerDay: unbounded,
  callsToday: null,
  ...more,
});
const LIMITS = [
  limit('workspace'),
  limit('each-token', { ratePerSecond: { value: 200, source: 'default' }, burst: { value: 2000, source: 'default' } }),
  limit('each-address'),
  limit('token', {
    subject: 'tok_1',
    name: 'laptop',
    ratePerSecond: { value: 200, source: 'default' },
    concurrency: { value: 3, source: 'own' },
    callsPerDay: { value: 500, source: 'workspace' },
    callsToday: 120,
  }),
];

beforeEach(() => {
  answer('get', '/workspaces/team/limits', { data: LIMITS });
  answer('put', '/workspaces/team/limits', { data: [...LIMITS, limit('tool', { subject: 'demo:echo' })] });
});
const open = () => renderPage(<LimitsPage slug="team" tools={['demo:*', 'demo:echo']} />);

it('shows each number with where it comes from, and how much of the day is used', async () => {
  open();
  const row = (await screen.findByText('laptop')).closest('tr')!;
  expect(row).toHaveTextContent('200');
  expect(row).toHaveTextContent('3set here');
  expect(row).toHaveTextContent('500from the workspace');
  expect(row).toHaveTextContent('120 of 500');
  expect(screen.getByText('The whole workspace').closest('tr')).toHaveTextContent('no limit');
});

it('changes what was set for one thing and leaves alone what comes from elsewhere', async () => {
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Change the limit of laptop' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByLabelText('Requests per second')).toHaveValue('');
  await user.type(within(dialog).getByLabelText('Calls per day'), '900');
  await user.click(within(dialog).getByRole('button', { name: 'Save limit' }));
  await waitFor(() =>
    expect(changes()).toMatchObject([
      { body: { scope: 'token', subject: 'tok_1', ratePerSecond: null, burst: null, concurrency: 3, callsPerDay: 900 } },
    ]),
  );
});

it('takes away what was set, and offers that nowhere else', async () => {
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Remove the limit of laptop' }));
  await waitFor(() => expect(changes()).toMatchObject([{ body: { scope: 'token', subject: 'tok_1' } }]));
  expect(screen.queryByRole('button', { name: 'Remove the limit of Each token' })).toBeNull();
});

it('sets a limit of a tool, and asks for its server first', async () => {
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Set a limit' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByRole('combobox', { name: /^Tool/ }), 'echo');
  await user.type(within(dialog).getByLabelText('Calls per day'), '5');
  await user.click(within(dialog).getByRole('button', { name: 'Save limit' }));
  expect(await within(dialog).findByText('Write it as server:tool')).toBeVisible();
  expect(changes()).toEqual([]);
  await user.clear(within(dialog).getByRole('combobox', { name: /^Tool/ }));
  await user.type(within(dialog).getByRole('combobox', { name: /^Tool/ }), 'demo:echo');
  await user.click(within(dialog).getByRole('button', { name: 'Save limit' }));
  await waitFor(() => expect(changes()).toMatchObject([{ body: { scope: 'tool', subject: 'demo:echo', callsPerDay: 5 } }]));
});
