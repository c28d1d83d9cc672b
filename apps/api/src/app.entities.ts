import { AUTH_ENTITIES } from './modules/auth/auth.entities.js';
import { SERVERS_ENTITIES } from './modules/servers/servers.entities.js';
import { WORKSPACES_ENTITIES } from './modules/workspaces/workspaces.entities.js';

/** Every entity class, room by room; used by the app, the commands and the tests alike. */
export const ENTITIES: Function[] = [...AUTH_ENTITIES, ...WORKSPACES_ENTITIES, ...SERVERS_ENTITIES];
