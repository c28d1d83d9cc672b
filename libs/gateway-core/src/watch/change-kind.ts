import type { ListKind } from '../ports/upstream-connector.js';

/** What a server can say has changed; templates change together with resources. */
export const CHANGE_KINDS = ['tools', 'prompts', 'resources'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** The lists that a change makes old. */
export const LISTS_OF = {
  tools: ['tools'],
  prompts: ['prompts'],
  resources: ['resources', 'templates'],
} as const satisfies Record<ChangeKind, readonly ListKind[]>;

/** The notification that tells of a change, the same in both eras. */
export const METHOD_OF = {
  tools: 'notifications/tools/list_changed',
  prompts: 'notifications/prompts/list_changed',
  resources: 'notifications/resources/list_changed',
} as const satisfies Record<ChangeKind, string>;

export const RESOURCE_UPDATED = 'notifications/resources/updated';

/** What a notification says has changed, or undefined where it speaks of something else. */
export function changeOf(method: string): ChangeKind | undefined {
  return CHANGE_KINDS.find((kind) => METHOD_OF[kind] === method);
}
