import { screen } from '@testing-library/react';
import type { Token } from '@mcpnest/api-client';
import { answer, changes, OPERATOR } from '../../testing/server';
import { renderPage } from '../../testing/render-page';
import { TokenRotate } from './token-rotate';

const SECRET = 'mng_abcdefghijklmnopqrstuvwxyzABCD02oPn2';
const TOKEN = {
  id: 'tok_1',
  name: 'Laptop',
  state: 'active',
  kind: 'personal',
  owner: { userId: 'usr_1', name: 'Ada', email: 'ada@example.com' },
} as Token;
const member = (userId: string, name: string, state = 'active') => ({
  userId,
  name,
  email: `${name}@example.com`,
  role: 'developer',
  state,
});
const open = () => renderPage(<TokenRotate slug="team" token={TOKEN} onClose={jest.fn()} />);
const submit = 'Make the new token';

beforeEach(() => {
  answer('post', '/workspaces/team/tokens/tok_1/rotate', { ...TOKEN, token: SECRET }, 201);
  answer('get', '/workspaces/team/members', {
    data: [member('usr_1', 'Ada'), member('usr_2', 'Grace'), member('usr_3', 'Ivy', 'invited')],
    nextCursor: null,
  });
});

it('passes a token on to a member who has joined, and says what stays with whom', async () => {
  const { user } = open();
  await user.click(await screen.findByRole('combobox', { name: 'Belongs to' }));
  await screen.findByText('Grace');
  expect(screen.queryByText('Ivy')).toBeNull();
  await user.click(screen.getByText('Grace'));
  expect(await screen.findByText(/The old token stays with Ada/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: submit }));
  await screen.findByText(SECRET);
  expect(changes()[0]?.body).toEqual({ overlapSeconds: 0, owner: 'usr_2' });
});

it('stays whose it was where nobody else is chosen', async () => {
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: submit }));
  await screen.findByText(SECRET);
  expect(changes()[0]?.body).toEqual({ overlapSeconds: 0 });
});

it('cannot be passed on by a developer, who is told which permission that takes and who has it', async () => {
  const [team] = OPERATOR.workspaces;
  const permissions = team!.permissions.filter((one) => one !== 'tokens:write');
  answer('get', '/me', { ...OPERATOR, operator: false, permissions: [], workspaces: [{ ...team, role: 'developer', permissions }] });
  open();
  expect(await screen.findByText(/tokens:write/)).toBeVisible();
  expect(screen.getByRole('combobox', { name: 'Belongs to' })).toBeDisabled();
});
