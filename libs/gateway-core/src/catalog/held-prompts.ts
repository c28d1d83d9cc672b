import type { HeldItem } from '../lock/screen.js';
import type { ExposureRoute, WorkspaceRoute } from '../routing/route-table.js';
import type { PromptEntry, PromptView } from './prompt-view.js';

/** The view with the prompts that locks withheld, for those who ask why they are not published. They have no name and claim none. */
export function withHeldPrompts(
  view: PromptView,
  { exposures }: WorkspaceRoute,
  heldOf: (exposure: ExposureRoute) => readonly HeldItem[],
): PromptView {
  const held = exposures.flatMap((exposure) =>
    heldOf(exposure).map(({ item, reason }): PromptEntry => {
      return { exposure, upstreamName: item.key, definitionText: item.text, publishedName: null, stopped: reason };
    }),
  );
  return held.length === 0 ? view : { ...view, entries: [...view.entries, ...held] };
}
