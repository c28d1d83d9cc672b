import { authDraftOf, authOf, authSlotsOf, NO_AUTH } from './auth-draft';

test('what is typed in becomes what the API wants, and back', () => {
  expect(authOf(NO_AUTH)).toBeUndefined();
  expect(authOf({ ...NO_AUTH, kind: 'basic', clientId: 'left over' })).toEqual({ type: 'basic' });
  const draft = {
    kind: 'oauth-client',
    tokenUrl: 'https://a.test/token',
    clientId: 'me',
    method: 'private_key_jwt',
    scopes: 'read write',
  } as const;
  const auth = {
    type: 'oauth-client',
    tokenUrl: 'https://a.test/token',
    clientId: 'me',
    method: 'private_key_jwt',
    scopes: ['read', 'write'],
  } as const;
  expect(authOf({ ...draft, scopes: ' read  write ' })).toEqual(auth);
  expect(authDraftOf({ ...auth, scopes: [...auth.scopes] })).toEqual(draft);
  expect(authDraftOf(undefined)).toEqual(NO_AUTH);
});

test('each kind has its slots', () => {
  expect(authSlotsOf({ ...NO_AUTH, kind: 'oauth-client' })).toEqual(['auth:client-secret']);
  expect(authSlotsOf({ ...NO_AUTH, kind: 'oauth-client', method: 'private_key_jwt' })).toEqual(['auth:private-key']);
  expect(authSlotsOf({ ...NO_AUTH, kind: 'bearer' })).toEqual(['auth:token']);
});
