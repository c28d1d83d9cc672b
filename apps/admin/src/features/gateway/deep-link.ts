import { configOf, TOKEN_PLACEHOLDER, type ClientTemplate, type SnippetFacts } from './client-template';

type Bag = Record<string, unknown>;

const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

/** The entry of the client's own map: what stands below `mcpServers.{name}`. */
function innerOf(config: Bag, name: string): Bag {
  for (const value of Object.values(config)) {
    const inner = typeof value === 'object' && value !== null ? (value as Bag)[name] : undefined;
    if (typeof inner === 'object' && inner !== null) return inner as Bag;
  }
  return {};
}

/**
 * The link that opens a client's own install dialog, or null. It never holds a token: links are kept in histories and shown
 * on screens, so a placeholder stands there, or the client asks.
 */
export function deepLink(template: ClientTemplate, facts: SnippetFacts): string | null {
  if (!template.deeplink || template.auth === 'oauth-only') return null;
  const safe = { ...facts, token: TOKEN_PLACEHOLDER };
  const config = (configOf(template, safe) ?? {}) as Bag;
  const inner = innerOf(config, safe.name);
  const json = (value: unknown) => JSON.stringify(value);
  return template.deeplink
    .replace('{b64enc:inner}', () => encodeURIComponent(base64(json(inner))))
    .replace('{urlenc:inner}', () => encodeURIComponent(json(inner)))
    .replace('{urlenc:{name,type,url,headers,inputs}}', () =>
      encodeURIComponent(json({ name: safe.name, ...inner, inputs: config['inputs'] })),
    )
    .replace('{enc:url}', () => encodeURIComponent(safe.url))
    .replace('{enc:desc}', () => encodeURIComponent(`MCP servers behind ${safe.name}`))
    .replaceAll('{name}', encodeURIComponent(safe.name));
}
