import { parseServerInput } from '../intake/parse-server-input';
import { parseLooseJson } from '../intake/loose-json';

/**
 * Pasted text as the API reads it: JSON stays as it is; TOML, YAML, commands and addresses become the JSON of a client.
 * Null where nothing was recognized.
 */
export async function documentOf(text: string): Promise<string | null> {
  if (/^\s*[[{"]/.test(text) && (parseLooseJson(text) !== undefined || /^\s*"/.test(text) || text.length > 200_000)) return text;
  const { servers, local } = await parseServerInput(text);
  if (servers.length + local.length === 0) return null;
  const remote = servers.map(({ name, transport: { type, url, headers }, credentials }) => ({
    name,
    type,
    url,
    headers: Object.fromEntries(
      headers.map((slot) => [slot.name, slot.secret ? (credentials[slot.name] ?? '${value}') : (slot.value ?? '')]),
    ),
  }));
  return JSON.stringify([...remote, ...local]);
}
