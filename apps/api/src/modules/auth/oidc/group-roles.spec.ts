import { operatorByGroups, rolesOfGroups } from './group-roles.js';
import { provesEmail, readIdentity, type OidcSettings } from './oidc-settings.js';

const SETTINGS: OidcSettings = {
  enabled: true,
  issuer: 'https://id.example.com',
  clientId: 'console',
  clientSecret: null,
  scopes: ['openid'],
  buttonLabel: 'SSO',
  emailDomains: ['example.com'],
  emailTrusted: false,
  provisioning: 'automatic',
  groupsClaim: 'groups',
  operatorGroup: 'platform',
  groupRoles: [
    { group: 'devs', workspaceId: 'ws_a', role: 'developer' },
    { group: 'leads', workspaceId: 'ws_a', role: 'admin' },
    { group: 'audit', workspaceId: 'ws_b', role: 'auditor' },
  ],
  revision: 1,
};
const claims = (more: Record<string, unknown> = {}) => ({
  iss: SETTINGS.issuer,
  sub: '1',
  email: 'Ann@Example.com',
  email_verified: true,
  ...more,
});

describe('roles of groups', () => {
  it('gives the strongest role of each workspace that the mapping names, and null where no group fits', () => {
    expect([...rolesOfGroups(SETTINGS, ['leads', 'devs', 'unknown'])]).toEqual([
      ['ws_a', 'admin'],
      ['ws_b', null],
    ]);
  });

  it('says nothing of operators where no group is named', () => {
    expect(operatorByGroups(SETTINGS, ['platform'])).toBe(true);
    expect(operatorByGroups(SETTINGS, ['devs'])).toBe(false);
    expect(operatorByGroups({ ...SETTINGS, operatorGroup: null }, ['platform'])).toBeNull();
  });
});

describe('the identity of an ID token', () => {
  it('takes a claim of another shape as not said', () => {
    const odd = claims({ groups: { admins: true }, name: ['Ann'], email: 7, email_verified: 'true' });
    expect(readIdentity(SETTINGS, odd)).toEqual({
      issuer: SETTINGS.issuer,
      subject: '1',
      email: null,
      emailVerified: false,
      name: null,
      groups: [],
    });
    expect(readIdentity(SETTINGS, claims({ groups: 'devs' })).groups).toEqual(['devs']);
  });

  it('proves an address only where it is verified and its domain is one of those named', () => {
    const proves = (more: Record<string, unknown>, settings = SETTINGS) => provesEmail(settings, readIdentity(settings, claims(more)));
    expect(proves({})).toBe(true);
    expect(proves({ email_verified: false })).toBe(false);
    expect(proves({ email_verified: undefined })).toBe(false);
    expect(proves({ email_verified: undefined }, { ...SETTINGS, emailTrusted: true })).toBe(true);
    expect(proves({ email_verified: false }, { ...SETTINGS, emailTrusted: true })).toBe(false);
    expect(proves({ email: 'ann@example.com.evil.test' })).toBe(false);
    expect(proves({ email: 'ann@evil.test@example.com' })).toBe(false);
    expect(proves({}, { ...SETTINGS, emailDomains: [] })).toBe(false);
  });
});
