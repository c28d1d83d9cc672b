import { authDraftOf, authOf, authSlotsOf, NO_AUTH } from './auth-draft';

test('what is typed in becomes what the API wants, and back', () => {
  expect(authOf(NO_AUTH)).toBeUndefined();
  expect(authOf({ ...NO_AUTH, kind: 'basic', clientId: 'left over' })).toEqual({ type: 'basic' });
  const draft = {
    kind: 'oauth-client',
    tokenUrl: 'https://a.test/token',
    clientId: 'me',
    issuer: '',
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

test('a server that knows people needs nothing more, or the client that its issuer knows', () => {
  expect(authOf({ ...NO_AUTH, kind: 'oauth-member' })).toEqual({ type: 'oauth-member' });
  expect(authSlotsOf({ ...NO_AUTH, kind: 'oauth-member' })).toEqual([]);
  const draft = { ...NO_AUTH, kind: 'oauth-member', issuer: 'https://login.test', clientId: 'gateway' } as const;
  const auth = { type: 'oauth-member', issuer: 'https://login.test', clientId: 'gateway', method: 'client_secret_basic' } as const;
  expect(authOf(draft)).toEqual(auth);
  expect(authDraftOf(auth)).toEqual(draft);
  expect(authSlotsOf(draft)).toEqual(['auth:client-secret']);
  expect(authSlotsOf({ ...draft, method: 'none' })).toEqual([]);
});
