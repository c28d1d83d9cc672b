import { hiddenArgument, withPinned, type ToolParams } from '../catalog/tool-params.js';

/** Members of a call's `params` with the arguments that the workspace pinned. Arguments of no use stay: `argumentsFault` refuses them. */
export function curateParams(params: readonly (readonly [string, string])[], settings: ToolParams): [string, string][] {
  const curated = params.map(([key, text]): [string, string] => [key, text]);
  const place = curated.findIndex(([key]) => key === 'arguments');
  const text = withPinned(settings, curated[place]?.[1]);
  if (text === undefined) return curated;
  if (place < 0) curated.push(['arguments', text]);
  else curated[place] = ['arguments', text];
  return curated;
}

/** Why the arguments of a call may not be sent, in words for its client; undefined where they may. */
export function argumentsFault(settings: ToolParams, argumentsText: string | undefined): string | undefined {
  const hidden = hiddenArgument(settings, argumentsText);
  if (hidden !== undefined) return `The tool takes no argument ${JSON.stringify(hidden.slice(0, 128))}. List the tools again.`;
  const isUseless = settings.pinned.length > 0 && withPinned(settings, argumentsText) === undefined;
  return isUseless ? 'arguments must be an object.' : undefined;
}
