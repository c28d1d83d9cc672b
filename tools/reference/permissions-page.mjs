import {
  INSTALLATION_PERMISSIONS,
  PERMISSION_WORDS,
  ROLES,
  ROLE_PERMISSIONS,
  SIGNED_IN_PERMISSIONS,
  WORKSPACE_PERMISSIONS,
} from '@mcpnest/shared/permissions';
import { code, page, table } from './markdown.mjs';

const mark = (held) => (held ? 'yes' : '');

/** docs/reference/permissions.md: who may do what. */
export function permissionsPage() {
  return page('Permissions', '`libs/shared/src/permissions/permissions.ts`', [
    'Operators of the installation hold every permission in every workspace. Members hold those of their role; to everybody else a workspace does not exist.\nAn API key may do what its owner may, narrowed to its scopes where it has any; a scope is one of the permissions below.',
    `## In a workspace\n\n${table(
      ['permission', 'what for', ...ROLES],
      WORKSPACE_PERMISSIONS.map((permission) => [
        code(permission),
        PERMISSION_WORDS[permission],
        ...ROLES.map((role) => mark(ROLE_PERMISSIONS[role].includes(permission))),
      ]),
    )}`,
    `## In the installation\n\n${table(
      ['permission', 'what for', 'operators', 'everybody signed in'],
      INSTALLATION_PERMISSIONS.map((permission) => [
        code(permission),
        PERMISSION_WORDS[permission],
        'yes',
        mark(SIGNED_IN_PERMISSIONS.includes(permission)),
      ]),
    )}`,
  ]);
}
