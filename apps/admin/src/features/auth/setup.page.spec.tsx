import { screen, waitFor } from '@testing-library/react';
import { answer, changes, OPERATOR, refuse } from '../../testing/server';
import { renderPage } from '../../testing/render-page';
import { SetupPage } from './setup.page';

const onReady = jest.fn(async () => undefined);

async function fillIn(password = 'a long passphrase') {
  const { user, container } = renderPage(<SetupPage code="the-code" onReady={onReady} />);
  await user.type(await screen.findByLabelText(/^Your name/), 'Ada');
  await user.type(screen.getByLabelText(/^Email/), 'ada@example.com');
  await user.type(container.querySelector('input[type=password]')!, password);
  await user.click(screen.getByRole('button', { name: 'Create' }));
}

beforeEach(() => {
  onReady.mockClear();
  answer('get', '/setup', { open: true });
});

it('sends the code of the link with the person, and names the first workspace', async () => {
  answer('post', '/setup', OPERATOR, 201);
  await fillIn();
  await waitFor(() => expect(onReady).toHaveBeenCalledWith('Main'));
  expect(changes()).toEqual([
    expect.objectContaining({
      path: '/setup',
      body: { code: 'the-code', name: 'Ada', email: 'ada@example.com', password: 'a long passphrase' },
    }),
  ]);
});

it('sends nothing while the password is too short', async () => {
  await fillIn('short');
  expect(await screen.findByText(/at least 10 characters/)).toBeVisible();
  expect(changes()).toEqual([]);
});

it('shows a refusal beside the field it names', async () => {
  refuse('post', '/setup', 400, {
    code: 'platform.invalid-request',
    title: 'The request is not valid',
    errors: [{ field: 'email', message: 'Give a real address' }],
  });
  await fillIn();
  expect(await screen.findByText('Give a real address')).toBeVisible();
  expect(onReady).not.toHaveBeenCalled();
});

it('offers to correct a wrong code', async () => {
  refuse('post', '/setup', 403, { code: 'auth.setup-code-wrong', title: 'The setup code is wrong or used up' });
  await fillIn();
  expect(await screen.findByRole('alert')).toHaveTextContent('The setup code is wrong or used up');
  expect(screen.getByLabelText(/^Setup code/)).toHaveValue('the-code');
});

it('leads to sign-in where the first operator exists already', async () => {
  answer('get', '/setup', { open: false });
  renderPage(<SetupPage code="x" onReady={onReady} />);
  expect(await screen.findByRole('link', { name: 'Go to sign-in' })).toBeVisible();
});
