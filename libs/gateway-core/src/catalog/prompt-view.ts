import type { UpstreamList } from '../ports/upstream-connector.js';
import type { ExposureRoute, WorkspaceRoute } from '../routing/route-table.js';
import { assignNames } from '../routing/tool-names.js';
import { isRecord } from './is-record.js';
import { editDefinition } from './edit-definition.js';
import type { PublishedItem } from './published-item.js';

/** A prompt that an exposure offers, with what became of it. */
export interface PromptEntry {
  readonly exposure: ExposureRoute;
  readonly upstreamName: string;
  /** The upstream's definition as raw JSON. */
  readonly definitionText: string;
  /** The name clients see; null where it has none and is not published. */
  readonly publishedName: string | null;
  /** Why it is not published, or null. */
  readonly stopped: string | null;
}

/** The merged prompts of one workspace. Names are made as those of tools are, among themselves. */
export interface PromptView {
  /** In operator order, then in the upstream's own. */
  readonly prompts: readonly PublishedItem[];
  readonly byName: ReadonlyMap<string, PublishedItem>;
  readonly entries: readonly PromptEntry[];
}

/** Merges the prompts of a workspace's servers. Pure: the same lists give the same view. */
export function compilePromptView(workspace: WorkspaceRoute, listOf: (exposure: ExposureRoute) => UpstreamList | undefined): PromptView {
  const offered = workspace.exposures.flatMap((exposure) => (listOf(exposure)?.items ?? []).map((item) => ({ exposure, item })));
  const keyOf = ({ exposure, item }: (typeof offered)[number]): string => `${exposure.target.serverSlug}:${item.key}`;
  const sound = new Set(offered.filter(({ item }) => isSound(item.text)));
  const claims = [...sound].map((offer) => ({
    key: keyOf(offer),
    wanted: `${offer.exposure.toolPrefix}${offer.item.key}`,
    createdAt: offer.exposure.createdAt,
  }));
  const names = assignNames(claims, workspace.toolNameLengthMax);

  const prompts: PublishedItem[] = [];
  const entries: PromptEntry[] = [];
  for (const offer of offered) {
    const { exposure, item } = offer;
    const publishedName = sound.has(offer) ? (names.get(keyOf(offer)) ?? null) : null;
    const reason = sound.has(offer) ? 'Its name collides with another prompt.' : 'Its arguments are not a list of named arguments.';
    const stopped = publishedName === null ? reason : null;
    entries.push({ exposure, upstreamName: item.key, definitionText: item.text, publishedName, stopped });
    if (publishedName === null) continue;
    const text = editDefinition(item.text, { set: [['name', JSON.stringify(publishedName)]] });
    prompts.push({ exposure, upstreamName: item.key, publishedName, text });
  }
  return { prompts, entries, byName: new Map(prompts.map((prompt) => [prompt.publishedName, prompt])) };
}

/** Strict clients refuse a whole list for one prompt whose arguments are of another shape. */
function isSound(definitionText: string): boolean {
  const prompt = JSON.parse(definitionText) as { arguments?: unknown };
  const args = prompt.arguments ?? [];
  return Array.isArray(args) && args.every((each) => isRecord(each) && typeof each['name'] === 'string');
}
