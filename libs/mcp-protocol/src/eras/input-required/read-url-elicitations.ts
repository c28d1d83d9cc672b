import type { InputRequest } from './read-input-required.js';

interface UrlElicitation {
  readonly mode: 'url';
  readonly message: string;
  readonly url: string;
}

/**
 * The pages a legacy server wants visited before it is called again: `data.elicitations` of its error -32042 (2025-11-25,
 * "URL Elicitation Required Error"), as input requests of a modern result. Undefined where there are none, more than `max`,
 * or anything but pages.
 */
export function readUrlElicitations(dataText: string | undefined, max: number): readonly (InputRequest & UrlElicitation)[] | undefined {
  const data = dataText?.startsWith('{') ? (JSON.parse(dataText) as { elicitations?: unknown }) : undefined;
  const entries = data?.elicitations;
  if (!Array.isArray(entries) || entries.length === 0 || entries.length > max) return undefined;
  const requests = entries.map((entry: Partial<Record<keyof UrlElicitation, unknown>> | null, at) => {
    if (typeof entry?.url !== 'string' || typeof entry.message !== 'string' || !/^https?:\/\//i.test(entry.url)) return undefined;
    const page: UrlElicitation = { mode: 'url', message: entry.message, url: entry.url };
    return { key: `r${at + 1}`, method: 'elicitation/create', paramsText: JSON.stringify(page), ...page };
  });
  return requests.every((request) => request !== undefined) ? requests : undefined;
}
