import type { ClientCapabilities } from '../ports/upstream-connector.js';
import type { Errand } from './errand.js';

const NOTHING: ClientCapabilities = {};
/** The only extension that needs nothing of the gateway but to be passed on (MCP Apps). */
const APPS = 'io.modelcontextprotocol/ui';
/** Settings of an extension are copied into sessions and requests; nobody needs long ones. */
const SETTINGS_LENGTH_MAX = 1_024;

/** Everything the gateway can bridge, declared to servers that are told the superset. */
const EVERYTHING: ClientCapabilities = { sampling: { tools: {}, context: {} }, elicitation: { form: {}, url: {} }, roots: {} };

/**
 * What a server may be told about a client: what can be bridged, in one fixed order and form. Tasks, experiments and unknown
 * capabilities stay behind. Equal profiles without extensions are one object, so that they are written and compared once.
 * @param canAsk whether the client can be asked anything while a call is under way.
 */
export function profileOf(capabilities: ClientCapabilities, canAsk: boolean): ClientCapabilities {
  const askable = canAsk ? askableOf(capabilities) : NOTHING;
  const extensions = capabilities['extensions'];
  const apps = isObject(extensions) ? extensions[APPS] : undefined;
  if (!isObject(apps) || JSON.stringify(apps).length > SETTINGS_LENGTH_MAX) return askable;
  return { ...askable, extensions: { [APPS]: apps } };
}

/** The superset of a profile: all that can be asked for, with the extensions the client has. */
export const supersetOf = (profile: ClientCapabilities): ClientCapabilities =>
  profile['extensions'] === undefined ? EVERYTHING : { ...EVERYTHING, extensions: profile['extensions'] };

/** Whether the operator wants a server to be told the superset, whoever calls. */
export function toldSuperset({ exposure }: Errand): boolean {
  const { transport } = exposure.target;
  return 'clientCapabilities' in transport && transport.clientCapabilities === 'superset';
}

/** Whether somebody with this profile can be asked anything. */
export const isAskable = (profile: ClientCapabilities): boolean =>
  profile['sampling'] !== undefined || profile['elicitation'] !== undefined || profile['roots'] !== undefined;

const SAMPLING = { is: 1, tools: 2, context: 4 } as const;
const ELICITATION = { is: 8, form: 16, url: 32 } as const;
const ROOTS = { is: 64, listChanged: 128 } as const;
/** The profiles met so far, by the sum of what is in them. */
const profiles: ClientCapabilities[] = [NOTHING];

function askableOf({ sampling, elicitation, roots }: ClientCapabilities): ClientCapabilities {
  let sum = 0;
  if (isObject(sampling)) {
    sum += SAMPLING.is;
    if (isObject(sampling['tools'])) sum += SAMPLING.tools;
    if (isObject(sampling['context'])) sum += SAMPLING.context;
  }
  if (isObject(elicitation)) {
    sum += ELICITATION.is;
    // Forms alone are declared by an empty object, which every revision since 2025-06-18 understands.
    if (isObject(elicitation['url'])) sum += ELICITATION.url + (isObject(elicitation['form']) ? ELICITATION.form : 0);
  }
  if (isObject(roots)) sum += ROOTS.is + (roots['listChanged'] === true ? ROOTS.listChanged : 0);
  return (profiles[sum] ??= write(sum));
}

function write(sum: number): ClientCapabilities {
  const profile: Record<string, unknown> = {};
  if (sum & SAMPLING.is)
    profile['sampling'] = { ...(sum & SAMPLING.tools && { tools: {} }), ...(sum & SAMPLING.context && { context: {} }) };
  if (sum & ELICITATION.is) {
    profile['elicitation'] = { ...(sum & ELICITATION.form && { form: {} }), ...(sum & ELICITATION.url && { url: {} }) };
  }
  if (sum & ROOTS.is) profile['roots'] = sum & ROOTS.listChanged ? { listChanged: true } : {};
  return profile;
}

const isObject = (value: unknown): value is ClientCapabilities => typeof value === 'object' && value !== null && !Array.isArray(value);
