import type { Workspace } from '@mcpnest/api-client';
import type { WorkspaceChange } from './workspaces.mutations';

/** A workspace as its form shows it. */
export const valuesOf = ({ name, slug, limits, toolNameLengthMax }: Workspace) => ({
  name,
  slug,
  ...limits,
  nameLength: String(toolNameLengthMax),
});
export type WorkspaceValues = ReturnType<typeof valuesOf>;

/** Only what differs is sent. */
export function changeOf(before: Workspace, { name, slug, nameLength, ...limits }: WorkspaceValues): WorkspaceChange {
  const limitsDiffer = (Object.keys(limits) as (keyof typeof limits)[]).some((key) => limits[key] !== before.limits[key]);
  return {
    ...(name.trim() === before.name ? {} : { name: name.trim() }),
    ...(slug === before.slug ? {} : { slug }),
    ...(limitsDiffer ? { limits } : {}),
    ...(Number(nameLength) === before.toolNameLengthMax ? {} : { toolNameLengthMax: Number(nameLength) as Workspace['toolNameLengthMax'] }),
  };
}
