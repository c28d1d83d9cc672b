import { memberString, memberText } from '@mcpnest/mcp-protocol';
import type { Catalog } from '../catalog/compile-catalog.js';
import { editionOf } from '../catalog/edition.js';
import type { ListPages } from '../catalog/list-pages.js';
import type { PublishedItem } from '../catalog/published-item.js';
import { refuse } from '../errors/refuse.js';
import type { Reply } from '../exchange/reply.js';
import type { ListKind } from '../ports/upstream-connector.js';
import { principalKeyOf } from '../sessions/legacy-session.js';
import { withAnswer } from './add-facts.js';
import type { Authorized, Forwarded } from './facts.js';
import type { GatewayParts } from './gateway-parts.js';

/** Nobody may keep a list for longer than this, since the workspace itself can change. */
const TTL_MS_MAX = 60_000;

const MEMBERS = { tools: 'tools', prompts: 'prompts', resources: 'resources', templates: 'resourceTemplates' } as const satisfies Record<
  ListKind,
  string
>;

/** One page of a workspace's list, limited to what the token may see and written as the client's revision reads it. */
export async function gatherList(facts: Authorized, parts: GatewayParts): Promise<Forwarded | Reply> {
  const { granted, era, client, exchange, workspace, message } = facts;
  if (granted.kind !== 'list') throw new Error('only lists are gathered');
  const { of } = granted;
  const grant = exchange.principal.tools;
  const catalog = await parts.views.fresh(workspace, of);
  const pages = parts.views.pages(itemsOf(catalog, of), of, editionOf(era, client.revision), grant);

  const page = memberText(message, 'cursor') === undefined ? 0 : pageOf(facts, parts, pages, memberString(message, 'cursor'));
  if (page === undefined) return refuse('gateway.cursor-unknown', message.idText);
  const members: [string, string][] = [[MEMBERS[of], pages[page]!]];
  if (page + 1 < pages.length) members.push(['nextCursor', JSON.stringify(cursorOf(facts, parts, pages, page + 1))]);
  if (era === 'modern') members.push(...cachingHints(catalog, facts, parts));
  return withAnswer(facts, { kind: 'list', members });
}

/** The published entries of one kind. */
function itemsOf({ tools, prompts, resources }: Catalog, kind: ListKind): readonly PublishedItem[] {
  switch (kind) {
    case 'tools':
      return tools.tools;
    case 'prompts':
      return prompts.prompts;
    default:
      return resources[kind];
  }
}

/** A cursor is good for the token, the kind and the very list that it was given out with: on any replica, until the list changes. */
const purposeOf = ({ exchange, message }: Authorized): string => `cursor:${message.method}:${principalKeyOf(exchange.principal)}`;

const digests = new WeakMap<ListPages, string>();

/** What tells one state of a list from another, on every replica. */
function digestOf(pages: ListPages, { sealer }: GatewayParts): string {
  let digest = digests.get(pages);
  if (digest === undefined) digests.set(pages, (digest = sealer.digest(pages.join())));
  return digest;
}

function cursorOf(facts: Authorized, parts: GatewayParts, pages: ListPages, page: number): string {
  return parts.sealer.seal(purposeOf(facts), `${page}:${digestOf(pages, parts)}`);
}

function pageOf(facts: Authorized, parts: GatewayParts, pages: ListPages, cursor: string | undefined): number | undefined {
  const opened = cursor === undefined ? undefined : parts.sealer.open(purposeOf(facts), cursor);
  if (opened === undefined) return undefined;
  const colon = opened.indexOf(':');
  const page = Number(opened.slice(0, colon));
  return pages[page] !== undefined && opened.slice(colon + 1) === digestOf(pages, parts) ? page : undefined;
}

/**
 * Caching hints (2026-07-28, Caching): as fresh as the least fresh contribution, for nobody else where any server says so or
 * where the token's limits shaped the list. A server of which nothing is known may come to contribute at any moment.
 */
function cachingHints({ made }: Catalog, { granted, workspace, exchange }: Authorized, { lists }: GatewayParts): [string, string][] {
  const kind = granted.kind === 'list' ? granted.of : 'tools';
  let ttlMs = TTL_MS_MAX;
  let isPublic = exchange.principal.tools === null && workspace.exposures.length > 0;
  workspace.exposures.forEach(({ target }, index) => {
    const list = made[kind][index];
    if (list && list.items.length === 0 && list.facts.capabilities[kind === 'templates' ? 'resources' : kind] === undefined) return;
    const left = list?.facts.era === 'modern' && list.ttlMs !== undefined ? list.ttlMs - lists.ageOf(target, kind) : 0;
    ttlMs = Math.max(0, Math.min(ttlMs, left));
    isPublic &&= list?.isPublic === true;
  });
  return [
    ['ttlMs', String(Math.floor(ttlMs))],
    ['cacheScope', isPublic ? '"public"' : '"private"'],
  ];
}
