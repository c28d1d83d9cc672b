import type { StoredCredential } from '../credentials/credential.js';
import type { Transport } from '../transports/transport.js';

/** What can be asked for: a server that the catalogue lacks, a new Version of one it has, or one it has to be shown in a workspace. */
export const REQUEST_KINDS = ['server', 'version', 'exposure'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** `open` until somebody decides or the requester takes it back; the other states are final. */
export const REQUEST_STATES = ['open', 'approved', 'denied', 'withdrawn'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** A secret given with a request: sealed for the place it will have among the credentials, so it is never opened to be moved there. */
export type RequestSecret = Pick<StoredCredential, 'id' | 'origin' | 'name' | 'sealed' | 'last4'>;

export interface RequestComment {
  /** RFC 3339. */
  readonly at: string;
  readonly byId: string;
  readonly byName: string;
  readonly text: string;
}

/** A request as it is stored. Names are those of the time they were written. */
export interface ServerRequest {
  readonly id: string;
  readonly workspaceId: string;
  readonly kind: RequestKind;
  readonly state: RequestState;
  /** What it is about; for a new server, what became of it. Null where there is none (any more). */
  readonly serverId: string | null;
  /** The Version to be shown, where one was named; once approved, the one that is. */
  readonly serverVersion: number | null;
  readonly name: string;
  readonly slug: string | null;
  readonly description: string | null;
  readonly transport: Transport | null;
  readonly toolPrefix: string | null;
  readonly secrets: readonly RequestSecret[];
  readonly reason: string;
  readonly requestedById: string;
  readonly requestedByName: string;
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
  readonly comments: readonly RequestComment[];
  readonly decidedById: string | null;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly decisionNote: string | null;
  readonly createdAt: Date;
  readonly revision: number;
}

/** How many requests one person may have open in one workspace. */
export const OPEN_REQUESTS_MAX = 50;
export const COMMENTS_MAX = 200;
