import type { PromptEntry } from '@mcpnest/gateway-core';
import { textOrNull } from './definition-text.js';
import type { PublishedPrompt, PublishedPromptArgument } from './published-prompts.dto.js';

/** The parts of a definition that the console shows; anything else in it may be of any shape. */
interface Definition {
  readonly title?: unknown;
  readonly description?: unknown;
  readonly arguments?: unknown;
}

/** A prompt as its server defined it. Texts are the upstream's: to be shown, never to be trusted. */
export function presentPrompt({ exposure, upstreamName, publishedName, definitionText, stopped }: PromptEntry): PublishedPrompt {
  const definition = JSON.parse(definitionText) as Definition;
  return {
    name: publishedName,
    server: exposure.target.serverSlug,
    prompt: upstreamName,
    title: textOrNull(definition.title),
    description: textOrNull(definition.description),
    arguments: (Array.isArray(definition.arguments) ? definition.arguments : []).flatMap(presentArgument),
    published: stopped === null,
    ...(stopped !== null && { reason: stopped }),
  };
}

function presentArgument(argument: unknown): PublishedPromptArgument[] {
  const { name, description, required } = (argument ?? {}) as { name?: unknown; description?: unknown; required?: unknown };
  return typeof name === 'string' ? [{ name, description: textOrNull(description), required: required === true }] : [];
}
