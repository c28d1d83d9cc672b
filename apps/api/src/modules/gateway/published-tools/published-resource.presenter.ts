import type { PublishedItem } from '@mcpnest/gateway-core';
import { textOrNull } from './definition-text.js';
import type { PublishedResource } from './published-resources.dto.js';

/** The parts of a definition that the console shows; anything else in it may be of any shape. */
interface Definition {
  readonly name?: unknown;
  readonly title?: unknown;
  readonly description?: unknown;
  readonly mimeType?: unknown;
}

/** A resource or template as clients see it. Texts are the upstream's: to be shown, never to be trusted. */
export function presentResource(kind: PublishedResource['kind'], item: PublishedItem): PublishedResource {
  const definition = JSON.parse(item.text) as Definition;
  return {
    kind,
    uri: item.publishedName,
    server: item.exposure.target.serverSlug,
    originalUri: item.upstreamName,
    name: textOrNull(definition.name),
    title: textOrNull(definition.title),
    description: textOrNull(definition.description),
    mimeType: textOrNull(definition.mimeType),
  };
}
