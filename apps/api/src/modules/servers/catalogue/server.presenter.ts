import { presentVersion } from '../versions/version.presenter.js';
import type { ServerView } from './server-view.read-model.js';
import type { Server } from './servers.dto.js';

export const presentServer = (server: ServerView): Server => ({
  id: server.id,
  slug: server.slug,
  name: server.name,
  description: server.description,
  createdAt: server.createdAt.toISOString(),
  updatedAt: server.updatedAt.toISOString(),
  version: server.revision,
  latestVersion: server.latestVersion && presentVersion(server.latestVersion),
  credentialsSet: server.credentialsSet,
  exposedIn: server.exposedIn,
});
