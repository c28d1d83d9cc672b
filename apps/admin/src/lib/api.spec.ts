import { fetchSignedIn } from './api';
import { signInAgain } from './sign-in-again';
import { answer, changes, refuse } from '../testing/server';

const rename = () =>
  fetchSignedIn(
    new Request('http://localhost/api/v1/workspaces/team', {
      method: 'PATCH',
      body: JSON.stringify({ name: 'New' }),
      headers: { 'Content-Type': 'application/json' },
    }),
  );
const ended = { code: 'auth.not-signed-in', title: 'Sign in first' };

it('sends a request again, body and all, once the person signed in again', async () => {
  refuse('patch', '/workspaces/team', 401, ended);
  const asked = new Promise<void>((resolve) => {
    const stop = signInAgain.subscribe(() => {
      stop();
      resolve();
    });
  });
  const response = rename();
  await asked;
  expect(signInAgain.isAsking()).toBe(true);
  answer('patch', '/workspaces/team', { name: 'New' });
  signInAgain.answer(true);
  expect((await response).status).toBe(200);
  expect(changes().map(({ body }) => body)).toEqual([{ name: 'New' }, { name: 'New' }]);
  expect(signInAgain.isAsking()).toBe(false);
});

it('hands the refusal on when the person gives up', async () => {
  refuse('patch', '/workspaces/team', 401, ended);
  const asked = new Promise<void>((resolve) => {
    const stop = signInAgain.subscribe(() => {
      stop();
      resolve();
    });
  });
  const response = rename();
  await asked;
  signInAgain.answer(false);
  expect((await response).status).toBe(401);
  expect(changes()).toHaveLength(1);
});

it('does not ask for a password because a password was wrong', async () => {
  refuse('post', '/auth/login', 401, { code: 'auth.credentials-wrong', title: 'Email or password is wrong' });
  expect((await fetchSignedIn(new Request('http://localhost/api/v1/auth/login', { method: 'POST', body: '{}' }))).status).toBe(401);
  expect(signInAgain.isAsking()).toBe(false);
});
