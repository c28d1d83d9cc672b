import type { ListKind } from '@mcpnest/gateway-core';

/** How a kind of list is asked for and what its entries look like on the wire. */
export interface KindOnWire {
  readonly method: string;
  /** The member of the result that holds the list. */
  readonly member: string;
  /** The member that tells an entry from the others. */
  readonly key: string;
  /** Characters of that member at most. */
  readonly keyLengthMax: number;
  /** The server capability that announces it. */
  readonly capability: 'tools' | 'prompts' | 'resources';
  /** In our own words. */
  readonly noun: string;
}

const NAME_LENGTH_MAX = 1_024;
const URI_LENGTH_MAX = 8_192;

/** Every kind of list, as the specification names its parts. */
export const KINDS_ON_WIRE: Readonly<Record<ListKind, KindOnWire>> = {
  tools: { method: 'tools/list', member: 'tools', key: 'name', keyLengthMax: NAME_LENGTH_MAX, capability: 'tools', noun: 'tools' },
  prompts: {
    method: 'prompts/list',
    member: 'prompts',
    key: 'name',
    keyLengthMax: NAME_LENGTH_MAX,
    capability: 'prompts',
    noun: 'prompts',
  },
  resources: {
    method: 'resources/list',
    member: 'resources',
    key: 'uri',
    keyLengthMax: URI_LENGTH_MAX,
    capability: 'resources',
    noun: 'resources',
  },
  templates: {
    method: 'resources/templates/list',
    member: 'resourceTemplates',
    key: 'uriTemplate',
    keyLengthMax: URI_LENGTH_MAX,
    capability: 'resources',
    noun: 'resource templates',
  },
};
