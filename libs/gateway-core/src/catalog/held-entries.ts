import type { HeldItem } from '../lock/screen.js';
import type { ExposureRoute, WorkspaceRoute } from '../routing/route-table.js';
import type { PromptEntry, PromptView } from './prompt-view.js';
import type { ToolEntry, ToolView } from './tool-view.js';

type HeldOf = (exposure: ExposureRoute) => readonly HeldItem[];

/** The view with the tools that locks withheld, for those who ask why they are not published. They have no name and claim none. */
export function withHeldTools(view: ToolView, workspace: WorkspaceRoute, heldOf: HeldOf): ToolView {
  const held = entriesOf(workspace, heldOf, (exposure, { item, reason }): ToolEntry => ({
    exposure,
    upstreamName: item.key,
    definitionText: item.text,
    publishedName: null,
    stopped: { gate: 'lock', reason },
  }));
  return held.length === 0 ? view : { ...view, entries: [...view.entries, ...held] };
}

/** As `withHeldTools`, of prompts. */
export function withHeldPrompts(view: PromptView, workspace: WorkspaceRoute, heldOf: HeldOf): PromptView {
  const held = entriesOf(workspace, heldOf, (exposure, { item, reason }): PromptEntry => ({
    exposure,
    upstreamName: item.key,
    definitionText: item.text,
    publishedName: null,
    stopped: reason,
  }));
  return held.length === 0 ? view : { ...view, entries: [...view.entries, ...held] };
}

function entriesOf<Entry>(
  { exposures }: WorkspaceRoute,
  heldOf: HeldOf,
  entry: (exposure: ExposureRoute, held: HeldItem) => Entry,
): Entry[] {
  return exposures.flatMap((exposure) => heldOf(exposure).map((held) => entry(exposure, held)));
}
