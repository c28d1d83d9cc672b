import { FakeError, type FakeMessage } from './fake-messages.js';
import type { FakeItem, FakeOffers, FakeTool } from './fake-options.js';

export const MODERN = '2026-07-28';
const SERVER_INFO = { name: 'fake-upstream', version: '1.2.3' };
const DEFAULT_TOOLS: readonly FakeTool[] = [
  { name: 'echo', description: 'Repeats its arguments', inputSchema: { type: 'object' } },
  { name: 'Second.Tool', description: 'Does the same', inputSchema: { type: 'object' }, 'x-vendor': { kept: true } },
];

/** Who asks. */
export interface FakeAsker {
  readonly isModern: boolean;
  readonly clientCapabilities: Readonly<Record<string, unknown>>;
  readonly legacyVersion: string | undefined;
}

/** The plain result of a request; undefined for a method the fake does not know. @throws FakeError */
export function plainResult(offers: FakeOffers, { method, params = {} }: FakeMessage, asker: FakeAsker): unknown {
  switch (method) {
    case 'server/discover':
      return asker.isModern ? discovered(offers) : undefined;
    case 'initialize':
      return initialized(offers, params, asker);
    case 'tools/list':
      return page(offers, params, 'tools', toolsFor(offers, asker.clientCapabilities), asker);
    case 'prompts/list':
      return offers.prompts && page(offers, params, 'prompts', offers.prompts, asker);
    case 'resources/list':
      return hasResources(offers) ? page(offers, params, 'resources', offers.resources ?? [], asker) : undefined;
    case 'resources/templates/list':
      return hasResources(offers) ? page(offers, params, 'resourceTemplates', offers.templates ?? [], asker) : undefined;
    case 'tools/call':
      return offers.callResult?.(params) ?? { content: [{ type: 'text', text: JSON.stringify(params['arguments'] ?? {}) }] };
    case 'prompts/get':
      return offers.prompts && prompt(offers.prompts, params);
    case 'resources/read':
      return hasResources(offers) ? contents(offers, String(params['uri']), asker) : undefined;
    case 'completion/complete':
      return offers.complete && { completion: { values: offers.complete(params) } };
    case 'logging/setLevel':
      return offers.logging && !asker.isModern ? {} : undefined;
    case 'ping':
      return asker.isModern ? undefined : {};
    default:
      return undefined;
  }
}

function discovered(offers: FakeOffers): unknown {
  return {
    supportedVersions: [MODERN],
    capabilities: capabilitiesOf(offers),
    instructions: offers.instructions,
    ...hintsOf(offers),
    _meta: { 'io.modelcontextprotocol/serverInfo': SERVER_INFO },
  };
}

function initialized(offers: FakeOffers, params: Record<string, unknown>, { legacyVersion }: FakeAsker): unknown {
  return {
    protocolVersion: legacyVersion ?? params['protocolVersion'],
    capabilities: capabilitiesOf(offers),
    serverInfo: SERVER_INFO,
    instructions: offers.instructions,
  };
}

function capabilitiesOf(offers: FakeOffers): unknown {
  if (offers.capabilities) return offers.capabilities;
  return {
    tools: { listChanged: true },
    ...(offers.prompts && { prompts: { listChanged: true } }),
    ...(hasResources(offers) && { resources: { subscribe: true, listChanged: true } }),
    ...(offers.complete && { completions: {} }),
    ...(offers.logging && { logging: {} }),
  };
}

function toolsFor({ tools = DEFAULT_TOOLS }: FakeOffers, clientCapabilities: Readonly<Record<string, unknown>>): readonly FakeItem[] {
  return typeof tools === 'function' ? tools(clientCapabilities) : tools;
}

function page(offers: FakeOffers, params: Record<string, unknown>, key: string, items: readonly FakeItem[], asker: FakeAsker): unknown {
  const start = params['cursor'] === undefined ? 0 : Number(params['cursor']);
  const next = start + (offers.pageSize ?? items.length);
  return {
    [key]: items.slice(start, next),
    ...(next < items.length && { nextCursor: String(next) }),
    ...(asker.isModern && hintsOf(offers)),
  };
}

function prompt(prompts: readonly FakeItem[], params: Record<string, unknown>): unknown {
  if (!prompts.some(({ name }) => name === params['name'])) throw new FakeError(-32602, 'Unknown prompt');
  const text = `${String(params['name'])} ${JSON.stringify(params['arguments'] ?? {})}`;
  return { messages: [{ role: 'user', content: { type: 'text', text } }] };
}

function contents({ resources = [], templates = [], ...offers }: FakeOffers, uri: string, { isModern }: FakeAsker): unknown {
  const isKnown =
    resources.some((each) => each['uri'] === uri) || templates.some((each) => uri.startsWith(String(each['uriTemplate']).split('{')[0]!));
  if (!isKnown) throw new FakeError(isModern ? -32602 : -32002, 'Resource not found', { uri });
  return { contents: [{ uri, mimeType: 'text/plain', text: `contents of ${uri}` }], ...(isModern && hintsOf(offers)) };
}

function hasResources({ resources, templates }: FakeOffers): boolean {
  return resources !== undefined || templates !== undefined;
}

function hintsOf({ hints }: FakeOffers): Record<string, unknown> {
  return { ...(hints ?? { ttlMs: 0, cacheScope: 'private' }) };
}
