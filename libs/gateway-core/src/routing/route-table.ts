import type { LimitRules } from '../limits/limit-rules.js';
import type { FreezeSet } from '../policy/freeze-set.js';
import type { VersionLock } from '../lock/version-lock.js';

/**
 * What is declared to a server on behalf of a client: what that client declared itself, or everything the gateway can bridge,
 * where questions the client cannot be asked are refused one by one.
 */
export type CapabilityOption = 'faithful' | 'superset';

/** The era a Streamable HTTP server is spoken to in: found out, or the operator's word. `sse` is the HTTP+SSE transport of 2024-11-05. */
export type EraOption = 'auto' | 'modern' | 'legacy' | 'sse';

/** The wire to a server. `clientCapabilities` absent means faithful. */
export type UpstreamTransport =
  | {
      readonly type: 'streamable-http';
      readonly url: string;
      readonly era: EraOption;
      readonly clientCapabilities?: CapabilityOption;
    }
  | { readonly type: 'sse'; readonly url: string; readonly clientCapabilities?: CapabilityOption }
  | LocalTransport
  | { readonly type: 'builtin'; readonly name: 'demo' };

/** Where `Authorization` comes from when it changes by itself, as tokens of OAuth do. Lives in memory only. */
export interface UpstreamAuthorization {
  /** The value to send now. @throws UpstreamFailure where none can be had */
  current(): Promise<string>;
  /** Another value in the place of one that the server refused, or undefined where there is none. */
  renewed(refused: string): Promise<string | undefined>;
}

/** A server that the gateway runs itself and speaks to over its standard input and output. */
export interface LocalTransport {
  readonly type: 'stdio';
  /** The package and its pinned integrity, or null where a command of the operator's list runs. */
  readonly package: { readonly spec: string; readonly integrity: string; readonly scripts?: readonly string[] } | null;
  /** Absolute path of the program; null for a package. */
  readonly command: string | null;
  readonly args: readonly string[];
  /** Whether the program may use the network, where the fence can keep it from that. */
  readonly network: boolean;
  /** Folders of this machine that the program may see, under their own paths. */
  readonly folders: readonly { readonly path: string; readonly writable: boolean }[];
  /** Whether it is kept running while nobody calls it. */
  readonly warm: boolean;
  readonly clientCapabilities?: CapabilityOption;
}

/** A variable of a local server's environment. */
export interface UpstreamVariable {
  readonly name: string;
  readonly value: string;
  readonly secret: boolean;
}

/** Where and how a server is reached: everything a connector needs, in memory. */
export interface UpstreamTarget {
  /** Changes when anything below changes: the key of pools, remembered eras and cached lists. Never contains a secret. */
  readonly key: string;
  readonly serverId: string;
  readonly serverSlug: string;
  readonly version: number;
  readonly transport: UpstreamTransport;
  /** Headers to send, secrets included, lower-cased names. Empty for builtin servers. */
  readonly headers: Readonly<Record<string, string>>;
  /** What of it must not come back in an answer. */
  readonly secrets?: readonly string[];
  /** Present where `Authorization` is none of the headers but asked for with every request. */
  readonly authorization?: UpstreamAuthorization;
  /** Variables of a local server, secrets included; absent for others. */
  readonly variables?: readonly UpstreamVariable[];
  /** Whose credentials those are, without saying what they are: nobody else's process shares anything with this one's. */
  readonly holder?: string;
  /** Secret slots without a value: a call fails with `gateway.credential-missing` before anything is sent. */
  readonly missingCredentials: readonly string[];
}

/** A top-level parameter of a tool that clients neither see nor set. */
export interface ParamSetting {
  readonly name: string;
  /** The value that every call carries, as raw JSON; null: it is hidden, and calls that send it are refused. */
  readonly pinned: string | null;
}

/** What a workspace decided about one tool of an exposure. Keyed by the upstream's own name. */
export interface ToolSetting {
  readonly enabled: boolean;
  readonly alias: string | null;
  readonly description: string | null;
  /** Absent or empty: clients see and set every parameter. */
  readonly params?: readonly ParamSetting[];
}

/** One Version as a workspace is served it. */
export interface ServedVersion {
  readonly target: UpstreamTarget;
  /** The same with credentials of their own, by the id of the token's owner: for calls, never for lists that others see. */
  readonly personal?: ReadonlyMap<string, UpstreamTarget>;
  /** Whether calls need an account of the caller's own: then `target` serves lists alone, and nobody calls with it. */
  readonly needsAccount?: true;
  /** What was approved of it. */
  readonly lock: VersionLock;
}

/** Another Version of an exposure's server, which some clients are served before the others. */
export interface CanaryRoute extends ServedVersion {
  readonly id: string;
  /** Tokens whose clients are all served it. */
  readonly tokenIds: ReadonlySet<string>;
  /** How many of the others are, in per cent: of sessions, and of tokens for requests without a session. */
  readonly sharePercent: number;
}

/** A server shown in a workspace. */
export interface ExposureRoute extends ServedVersion {
  readonly exposureId: string;
  readonly toolPrefix: string;
  readonly position: number;
  /** Milliseconds since the epoch; of two exposures with the same folded name, the later one gives way. */
  readonly createdAt: number;
  readonly toolSettings: ReadonlyMap<string, ToolSetting>;
  /** Whether tools without a setting of their own are shown; absent: they are. */
  readonly newTools?: 'on' | 'off';
  readonly canary?: CanaryRoute;
}

/** What each token of a workspace may do. */
export interface WorkspaceLimits {
  readonly ratePerSecond: number;
  readonly burst: number;
  readonly concurrency: number;
}

/** One workspace as the gateway runs it: enabled exposures only, in operator order. */
export interface WorkspaceRoute {
  readonly workspaceId: string;
  readonly slug: string;
  readonly name: string;
  readonly limits: WorkspaceLimits;
  /** Limits of other things than each token; absent: none. */
  readonly limitRules?: LimitRules;
  readonly toolNameLengthMax: number;
  readonly exposures: readonly ExposureRoute[];
  /** Of what `routeFor` made for clients of canaries: what it was made of, and the ids of the canaries that it serves. */
  readonly variant?: { readonly of: WorkspaceRoute; readonly canaries: ReadonlySet<string> };
}

/** The immutable configuration of the gateway, swapped whole. */
export interface RouteTable {
  /** The ledger number it was compiled from. */
  readonly generation: number;
  readonly bySlug: ReadonlyMap<string, WorkspaceRoute>;
  /** What is on hold; absent: nothing. */
  readonly freezes?: FreezeSet;
}
