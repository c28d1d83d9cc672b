// The names of a slice, derived from its folder name once.

const SCOPES = {
  servers: {
    tenant: false,
    read: "RequireInstallationPermission('servers:read')",
    write: "RequireInstallationPermission('servers:write')",
  },
  workspaces: { tenant: true, read: "RequirePermission('workspace:read')", write: "RequirePermission('workspace:update')" },
};

const pascal = (kebab) =>
  kebab
    .split('-')
    .map((word) => word[0].toUpperCase() + word.slice(1))
    .join('');
const camel = (kebab) => pascal(kebab).replace(/^./, (letter) => letter.toLowerCase());

/**
 * @param target `<room>/<plural>`, such as `servers/labels`; rooms with slices of this shape are servers and workspaces.
 * @param singular the singular in kebab-case, where it is not the plural without its s.
 */
export function sliceNames(target, singular, now = new Date()) {
  const [room, plural, ...rest] = (target ?? '').split('/');
  if (!SCOPES[room] || !/^[a-z]+(-[a-z]+)*$/.test(plural ?? '') || rest.length > 0) {
    throw new Error('usage: npm run new:slice <servers|workspaces>/<plural-name> [singular-name]');
  }
  const one = singular ?? plural.replace(/s$/, '');
  if (one === plural) throw new Error(`say the singular too: npm run new:slice ${target} <singular-name>`);
  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14);
  return {
    ...SCOPES[room],
    room,
    plural,
    one,
    stamp,
    One: pascal(one),
    Many: pascal(plural),
    oneVar: camel(one),
    manyVar: camel(plural),
    table: `${room === 'workspaces' ? 'workspace_' : ''}${plural.replaceAll('-', '_')}`,
    migration: `${pascal(room)}${pascal(plural)}${stamp}`,
    folder: `apps/api/src/modules/${room}/${plural}`,
  };
}
