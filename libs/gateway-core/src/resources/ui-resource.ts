import { isRecord } from '../catalog/is-record.js';
import { changeMembers } from './change-members.js';

/** The flat key of early MCP Apps hosts, still written beside or instead of `_meta.ui.resourceUri`. */
const FLAT_KEY = 'ui/resourceUri';

/** The resources that a parsed tool definition names as its user interface (MCP Apps, "Tool metadata"). */
export function uiResourceUris(definition: Readonly<Record<string, unknown>>): readonly string[] {
  const meta = definition['_meta'];
  if (!isRecord(meta)) return NONE;
  const nested = isRecord(meta['ui']) ? meta['ui']['resourceUri'] : undefined;
  const uris = [nested, meta[FLAT_KEY]].filter((uri) => typeof uri === 'string');
  return uris.length === 0 ? NONE : uris;
}

const NONE: readonly string[] = [];

/** A tool definition whose user interface is named as `map` says; every other byte stays. */
export function mapUiResourceUris(definitionText: string, map: (uri: string) => string): string {
  const uri = (text: string): string => (text.startsWith('"') ? JSON.stringify(map(JSON.parse(text) as string)) : text);
  return changeMembers(definitionText, {
    _meta: (meta) => changeMembers(meta, { ui: (ui) => changeMembers(ui, { resourceUri: uri }), [FLAT_KEY]: uri }),
  });
}
