import { INSTALLATION_PERMISSIONS, ROLE_PERMISSIONS, ROLES, WORKSPACE_PERMISSIONS, type Role } from '@mcpnest/shared/permissions';
import type { Actor } from '../../../platform/context/actor.js';
import type { MembersRepository } from '../members/members.repository.js';
import { WorkspacePermissions } from './workspace-permissions.js';

const person = (operator: boolean): Actor => ({ kind: 'user', id: 'usr_1', name: 'P', operator });
const key = (operator: boolean, scopes: readonly string[] | null): Actor => ({
  kind: 'api-key',
  id: 'key_1',
  name: 'k',
  userId: 'usr_1',
  operator,
  scopes,
});

/** Permissions over one workspace `acme` in which `usr_1` has this role. */
function permissionsWith(role: Role | null): WorkspacePermissions {
  const members = {
    membershipAcrossWorkspaces: (_: unknown, userId: string, slug: string) =>
      Promise.resolve(slug === 'acme' && userId === 'usr_1' ? { id: 'ws_1', slug, name: 'Acme', role } : null),
    membershipsAcrossWorkspaces: (_: unknown, userId: string, { all }: { all: boolean }) =>
      Promise.resolve(all || (userId === 'usr_1' && role !== null) ? [{ id: 'ws_1', slug: 'acme', name: 'Acme', role }] : []),
  } as unknown as MembersRepository;
  return new WorkspacePermissions(members);
}

describe('permissions', () => {
  it.each(ROLES)('of the role %s are those of the table', async (role) => {
    expect((await permissionsWith(role).inWorkspace(person(false), 'acme'))?.permissions).toEqual(ROLE_PERMISSIONS[role]);
  });

  it('of an operator are all, in every workspace, whatever their role', async () => {
    for (const role of [null, 'auditor'] as const)
      expect(await permissionsWith(role).inWorkspace(person(true), 'acme')).toMatchObject({ role, permissions: WORKSPACE_PERMISSIONS });
    expect(permissionsWith(null).ofInstallation(person(true))).toEqual(INSTALLATION_PERMISSIONS);
  });

  it('across workspaces are those of each', async () => {
    expect(await permissionsWith('developer').acrossWorkspaces(person(false))).toEqual([
      { workspaceId: 'ws_1', slug: 'acme', role: 'developer', permissions: ROLE_PERMISSIONS.developer },
    ]);
    expect(await permissionsWith(null).acrossWorkspaces(person(true))).toMatchObject([{ role: null, permissions: WORKSPACE_PERMISSIONS }]);
    expect(await permissionsWith(null).acrossWorkspaces(person(false))).toEqual([]);
    expect((await permissionsWith('owner').acrossWorkspaces(key(false, ['calls:read'])))[0]?.permissions).toEqual(['calls:read']);
    expect(await permissionsWith('owner').acrossWorkspaces({ kind: 'system', name: 'public' })).toEqual([]);
  });

  it('of others outside their workspaces are to read the catalogue', () => {
    expect(permissionsWith('owner').ofInstallation(person(false))).toEqual(['servers:read']);
  });

  it('do not exist where a person is no member, where nothing is, and for the product itself', async () => {
    expect(await permissionsWith(null).inWorkspace(person(false), 'acme')).toBeNull();
    expect(await permissionsWith('owner').inWorkspace(person(true), 'nowhere')).toBeNull();
    expect(await permissionsWith('owner').inWorkspace({ kind: 'system', name: 'public' }, 'acme')).toBeNull();
    expect(permissionsWith('owner').ofInstallation({ kind: 'system', name: 'public' })).toEqual([]);
  });

  it("of a key are its owner's, narrowed by its scopes and never widened", async () => {
    expect((await permissionsWith('auditor').inWorkspace(key(false, null), 'acme'))?.permissions).toEqual(ROLE_PERMISSIONS.auditor);
    expect((await permissionsWith('auditor').inWorkspace(key(false, ['calls:read', 'tokens:write']), 'acme'))?.permissions).toEqual([
      'calls:read',
    ]);
    expect((await permissionsWith('owner').inWorkspace(key(true, []), 'acme'))?.permissions).toEqual([]);
    expect(permissionsWith(null).ofInstallation(key(true, ['servers:write', 'calls:read']))).toEqual(['servers:write']);
    expect(permissionsWith(null).ofInstallation(key(false, ['servers:write']))).toEqual([]);
  });
});
