/** Ledger events of the servers room. Addresses and secrets never stand in facts. */
export interface ServersEvents {
  'servers.created': { slug: string; name: string; transport: string; source?: string };
  'servers.updated': { slug: string; changed: readonly string[] };
  'servers.deleted': { slug: string; name: string };
  /** `scripts`: packages whose install scripts may run; absent where none may. */
  'servers.version-created': { slug: string; number: number; state: string; scripts?: readonly string[] };
  'servers.version-state-changed': { slug: string; number: number; from: string; to: string; note: string | null };
  /** The first listing of kinds went into a Version's lock, with so many items; `afterApproval`: the Version was approved before. */
  'servers.lock-taken': { slug: string; number: number; kinds: Readonly<Record<string, number>>; afterApproval: boolean };
  /** A server lists something else than its lock had noted. Names of the first twenty; `admitted`: by the server's policy. */
  'servers.definition-changed': {
    slug: string;
    number: number;
    kind: string;
    added: readonly string[];
    changed: readonly string[];
    removed: readonly string[];
    restored: readonly string[];
    more: number;
    admitted: number;
  };
  'servers.definition-decided': {
    slug: string;
    number: number;
    decision: string;
    /** `kind:name` of the first twenty. */
    items: readonly string[];
    more: number;
    note: string | null;
  };
  /** A package was brought to this machine; nothing of it was run. */
  /** `scripts`: packages whose install scripts ran; absent in facts of older releases. */
  'servers.package-installed': { package: string; integrity: string; lock: string; scripts?: readonly string[] };
  /** Before the install scripts of these packages run. */
  'servers.install-scripts-started': { package: string; scripts: readonly string[]; askedBy: string };
  /** A process is about to be started, noted before it is. `command` is the exact one; of variables only the names. */
  'servers.local-started': { slug: string; version: number; command: string; variables: readonly string[]; fence: string; purpose: string };
  'servers.local-stopped': { slug: string; by: 'restart' | 'stop' };
  /** `holder`: whose values they are, `everybody`, `workspace` or `person`; absent in facts of older releases. */
  'servers.credentials-set': { slug: string; names: readonly string[]; holder?: string };
  'servers.credentials-removed': { slug: string; names: readonly string[]; holder?: string };
  /** `holder`: whose account, a `person`'s or the one that the server is listed with, `everybody`. */
  'servers.account-connected': { slug: string; holder: string };
  'servers.account-disconnected': { slug: string; holder: string };
  /** The authorization server gives no new tokens for it: the person has to connect it again. */
  'servers.account-lapsed': { slug: string; holder: string };
  /** The tokens of an account that ended were taken back at its authorization server. `slug` null: the server is gone too. */
  'servers.account-revoked': { slug: string | null; holder: string; tries: number; why: string | null };
  /** They could not be; they end by themselves. */
  'servers.account-not-revoked': { slug: string | null; holder: string; tries: number; why: string | null };
  /** What a server said about its sign-in, or what came back from there, was not believed. `step`: `discovery` or `answer`; `slug` null: of an answer that nobody waited for. */
  'servers.oauth-refused': { slug: string | null; step: string; why: string };
  'servers.exposed': { slug: string; version: number; toolPrefix: string | null };
  'servers.exposure-updated': { slug: string; changed: readonly string[]; version: number };
  'servers.exposure-rolled-back': { slug: string; from: number; to: number };
  /** `tokens` and `sharePercent`: whom it serves. */
  'servers.canary-started': { slug: string; pinned: number; version: number; tokens: number; sharePercent: number };
  'servers.canary-changed': { slug: string; version: number; tokens: number; sharePercent: number };
  'servers.canary-ended': { slug: string; version: number; why: string };
  'servers.unexposed': { slug: string };
  'servers.tool-settings-changed': { slug: string; tool: string; changed: readonly string[] };
  /** Several tools of one server at once; `tools` names the first hundred. */
  'servers.tools-changed': { slug: string; count: number; tools: readonly string[]; changed: readonly string[] };
  'servers.new-tools-policy-changed': { slug: string; newTools: string };
  'servers.request-created': { kind: string; name: string };
  'servers.request-commented': { kind: string; name: string };
  'servers.request-assigned': { kind: string; name: string; assignee: string | null };
  'servers.request-approved': { kind: string; name: string; slug: string; version: number | null; note: string | null };
  'servers.request-denied': { kind: string; name: string; note: string };
  'servers.request-withdrawn': { kind: string; name: string };
  'servers.approvals-changed': { fourEyes: boolean };
  'servers.registry-added': { name: string };
  'servers.registry-changed': { name: string; changed: readonly string[] };
  'servers.registry-removed': { name: string };
  /** A registry deprecated or deleted the entry that a server was made of, or took that back. */
  'servers.registry-status-changed': { slug: string; registry: string; entry: string; status: string };
  /** The kill switch; `everywhere`: in every workspace. `name` of a tool is `server:tool`. */
  'servers.frozen': { kind: string; name: string; everywhere: boolean; reason: string };
  'servers.unfrozen': { kind: string; name: string; everywhere: boolean; reason: string };
  'servers.egress-changed': { rules: readonly string[] };
}
