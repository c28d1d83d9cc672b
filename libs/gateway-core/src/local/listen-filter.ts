import { LIMITS } from '@mcpnest/shared/limits';
import type { ChangeKind } from '../watch/change-kind.js';

/** What a `subscriptions/listen` asks for. */
export interface ListenFilter {
  readonly kinds: readonly ChangeKind[];
  /** Each once, at most `LIMITS.subscriptionsMax`. */
  readonly uris: readonly string[];
}

const MEMBER_OF = {
  tools: 'toolsListChanged',
  prompts: 'promptsListChanged',
  resources: 'resourcesListChanged',
} as const satisfies Record<ChangeKind, string>;

const KINDS = Object.keys(MEMBER_OF) as ChangeKind[];

/**
 * Reads `params.notifications` of a `subscriptions/listen` (2026-07-28, Subscriptions). Members that are unknown, such as those
 * of extensions, are not honoured and harm nothing.
 * @returns what is wrong with it, as a text, where it is not valid.
 */
export function readListenFilter(text: string | undefined): ListenFilter | string {
  const asked: unknown = text === undefined ? undefined : JSON.parse(text);
  if (typeof asked !== 'object' || asked === null || Array.isArray(asked)) return 'notifications must be an object.';
  const members = asked as Readonly<Record<string, unknown>>;
  for (const kind of KINDS) {
    const wanted = members[MEMBER_OF[kind]];
    if (wanted !== undefined && typeof wanted !== 'boolean') return `notifications.${MEMBER_OF[kind]} must be true or false.`;
  }
  const uris = members['resourceSubscriptions'] ?? [];
  if (!Array.isArray(uris) || uris.some((uri) => typeof uri !== 'string')) {
    return 'notifications.resourceSubscriptions must be an array of URIs.';
  }
  return {
    kinds: KINDS.filter((kind) => members[MEMBER_OF[kind]] === true),
    uris: [...new Set(uris as string[])].slice(0, LIMITS.subscriptionsMax),
  };
}

/** The filter as it is acknowledged, as raw JSON: what was not asked for or is not honoured is not named. */
export function listenFilterText({ kinds, uris }: ListenFilter): string {
  const members: [string, unknown][] = kinds.map((kind) => [MEMBER_OF[kind], true]);
  if (uris.length > 0) members.push(['resourceSubscriptions', uris]);
  return JSON.stringify(Object.fromEntries(members));
}
