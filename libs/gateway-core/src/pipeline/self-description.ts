import { META_KEYS, MODERN_REVISIONS, objectText } from '@mcpnest/mcp-protocol';
import { isRecord } from '../catalog/is-record.js';
import type { UpstreamFacts } from '../ports/upstream-connector.js';
import type { WorkspaceRoute } from '../routing/route-table.js';
import type { GatewayParts } from './gateway-parts.js';

/** How long clients may keep the answer to `server/discover` once every server was heard. */
const DISCOVER_TTL_MS = 60_000;
const INSTRUCTIONS_BYTES_MAX = 16 * 1024;
const INSTRUCTIONS_PER_SERVER_BYTES_MAX = 4 * 1024;
/** MCP Apps; the only extension that the gateway carries. */
const APPS = 'io.modelcontextprotocol/ui';

type Parts = Pick<GatewayParts, 'lists' | 'locks' | 'version' | 'byteLength'>;

/** Capabilities that depend on servers. */
export type Capability = 'prompts' | 'resources' | 'completions' | 'logging';

/** Who answers, as raw JSON. The name differs per workspace, because some clients number servers that share one. */
export function serverInfoText(workspace: WorkspaceRoute, version: string): string {
  return JSON.stringify({ name: `mcpnest-${workspace.slug}`, title: workspace.name, version });
}

/** The result of `server/discover` (2026-07-28, Discovery), from our own knowledge: it never waits for an upstream. */
export function discoverResult(workspace: WorkspaceRoute, parts: Parts): string {
  getToKnow(workspace, parts);
  const isSettled = factsOf(workspace, parts).every((facts) => facts !== undefined);
  const instructions = instructionsOf(workspace, parts);
  return objectText([
    ['resultType', '"complete"'],
    ['supportedVersions', JSON.stringify(MODERN_REVISIONS)],
    ['capabilities', capabilitiesText(workspace, parts, isAdvertised(workspace, parts, 'logging'))],
    ...(instructions === undefined ? [] : [['instructions', JSON.stringify(instructions)] as const]),
    ['ttlMs', String(isSettled ? DISCOVER_TTL_MS : 0)],
    ['cacheScope', '"private"'],
    ['_meta', objectText([[META_KEYS.serverInfo, serverInfoText(workspace, parts.version)]])],
  ]);
}

/**
 * The capabilities in the answer to `initialize`, as raw JSON. Legacy servers may always be told a log level: the gateway
 * keeps it for the session. Completions became a capability with 2025-03-26.
 * @param revision the negotiated one.
 */
export function legacyCapabilities(workspace: WorkspaceRoute, parts: Parts, revision = '2025-11-25'): string {
  getToKnow(workspace, parts);
  return capabilitiesText(workspace, parts, true, revision >= '2025-03-26');
}

/** Whether clients are told of a capability: unless every server was heard and has it not. */
export function isAdvertised(workspace: WorkspaceRoute, { lists }: Pick<Parts, 'lists'>, capability: Capability): boolean {
  return workspace.exposures.some(({ target }) => {
    const facts = lists.factsOf(target);
    return !facts || offers(facts, capability);
  });
}

/**
 * What servers may tell models about their use, in the form that was approved, each under its own heading; undefined where none says anything. Untrusted text,
 * cut to 4 KiB for each of several servers and to 16 KiB in all.
 */
export function instructionsOf(workspace: WorkspaceRoute, parts: Parts): string | undefined {
  const { byteLength } = parts;
  const told = workspace.exposures.flatMap(({ target, lock }) => {
    const facts = parts.lists.factsOf(target);
    const text = facts && parts.locks.instructions(facts, lock)?.trim();
    return text ? [{ serverSlug: target.serverSlug, text }] : [];
  });
  if (told.length === 0) return undefined;
  const whole =
    workspace.exposures.length === 1
      ? told[0]!.text
      : told.map(({ serverSlug, text }) => `## ${serverSlug}\n\n${cut(text, INSTRUCTIONS_PER_SERVER_BYTES_MAX, byteLength)}`).join('\n\n');
  return cut(whole, INSTRUCTIONS_BYTES_MAX, byteLength);
}

function capabilitiesText(workspace: WorkspaceRoute, parts: Parts, hasLogging: boolean, knowsCompletions = true): string {
  const shows = (capability: Capability): boolean => isAdvertised(workspace, parts, capability);
  // The gateway itself changes every list, whatever its servers do.
  const changing = { listChanged: true };
  const heard = factsOf(workspace, parts);
  const canSubscribe = heard.some((facts) => !facts || memberOf(facts.capabilities['resources'], 'subscribe') === true);
  const apps = heard.map((facts) => memberOf(facts?.capabilities['extensions'], APPS)).find(isRecord);
  return JSON.stringify({
    tools: changing,
    ...(shows('prompts') && { prompts: changing }),
    ...(shows('resources') && { resources: canSubscribe ? { ...changing, subscribe: true } : changing }),
    ...(knowsCompletions && shows('completions') && { completions: {} }),
    ...(hasLogging && { logging: {} }),
    ...(apps && { extensions: { [APPS]: apps } }),
  });
}

/** Before 2025-03-26 completions were no capability, so that any server might have them. */
function offers({ capabilities, protocolVersion }: UpstreamFacts, capability: Capability): boolean {
  return capabilities[capability] !== undefined || (capability === 'completions' && protocolVersion < '2025-03-26');
}

/** Has servers that were never heard asked in the background, so that the next client learns what they say. */
function getToKnow({ exposures }: WorkspaceRoute, { lists }: Parts): void {
  const unheard = exposures.map(({ target }) => target).filter((target) => !lists.factsOf(target));
  void lists.ensure(unheard, ['tools'], Infinity);
}

const factsOf = ({ exposures }: WorkspaceRoute, { lists }: Parts): (UpstreamFacts | undefined)[] =>
  exposures.map(({ target }) => lists.factsOf(target));

const memberOf = (value: unknown, key: string): unknown => (isRecord(value) ? value[key] : undefined);

/** The beginning of a text that fits into so many bytes, without half a character at its end. */
function cut(text: string, bytesMax: number, byteLength: (text: string) => number): string {
  if (byteLength(text) <= bytesMax) return text;
  let end = Math.min(text.length, bytesMax);
  for (let bytes = byteLength(text.slice(0, end)); bytes > bytesMax; bytes = byteLength(text.slice(0, end))) {
    end -= Math.max(1, Math.floor((bytes - bytesMax) / 4));
  }
  return text.slice(0, /[\uD800-\uDBFF]/.test(text[end - 1] ?? '') ? end - 1 : end);
}
