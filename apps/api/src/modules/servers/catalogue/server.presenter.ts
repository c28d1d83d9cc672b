import { presentVersion } from '../versions/version.presenter.js';
import type { ServerView } from './server-view.read-model.js';
import type { RegistryNotice } from './registry-notice.dto.js';
import type { Server } from './servers.dto.js';

function noticeOf({ registryNotice: notice }: ServerView): RegistryNotice | null {
  return notice && { registry: notice.registry, status: notice.status, detail: notice.detail };
}

export const presentServer = (server: ServerView): Server => ({
  id: server.id,
  slug: server.slug,
  name: server.name,
  description: server.description,
  owner: server.owner,
  purpose: server.purpose,
  dataTouched: server.dataTouched,
  documentationUrl: server.documentationUrl,
  tags: [...server.tags],
  source: server.source,
  lockPolicy: server.lockPolicy,
  changedItems: server.changedItems,
  createdAt: server.createdAt.toISOString(),
  updatedAt: server.updatedAt.toISOString(),
  version: server.revision,
  latestVersion: server.latestVersion && presentVersion(server.latestVersion),
  credentialsSet: server.credentialsSet,
  exposedIn: server.exposedIn,
  registryNotice: noticeOf(server),
});

/** Without what the tools say of themselves, which in a long list is nearly all of it. */
export function presentBriefly(server: ServerView): Server {
  const { latestVersion: version, ...rest } = presentServer(server);
  return { ...rest, latestVersion: version && { ...version, tools: version.tools?.map(({ name }) => ({ name })) ?? null } };
}
