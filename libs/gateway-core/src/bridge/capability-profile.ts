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
 * What a server may be told about a client: what can be bridged, in one fixed order and form, so that equal profiles are equal
 * texts. Tasks, experiments and unknown capabilities stay behind.
 * @param canAsk whether the client can be asked anything while a call is under way.
 */
export function profileOf(capabilities: ClientCapabilities, canAsk: boolean): ClientCapabilities {
  let profile: Record<string, unknown> | undefined;
  for (const name in capabilities) {
    if (canAsk && (name === 'sampling' || name === 'elicitation' || name === 'roots')) profile ??= {};
    if (name === 'extensions') profile ??= {};
  }
  if (!profile) return NOTHING;
  if (canAsk) addAskable(profile, capabilities);
  const extensions = capabilities['extensions'];
  const apps = isObject(extensions) ? extensions[APPS] : undefined;
  if (isObject(apps) && JSON.stringify(apps).length <= SETTINGS_LENGTH_MAX) profile['extensions'] = { [APPS]: apps };
  return profile;
}

/** The superset of a profile: all that can be asked for, with the extensions the client has. */
export const supersetOf = (profile: ClientCapabilities): ClientCapabilities => ({ ...profile, ...EVERYTHING });

/** Whether the operator wants a server to be told the superset, whoever calls. */
export function toldSuperset({ exposure }: Errand): boolean {
  const { transport } = exposure.target;
  return 'clientCapabilities' in transport && transport.clientCapabilities === 'superset';
}

/** Whether somebody with this profile can be asked anything. */
export const isAskable = (profile: ClientCapabilities): boolean =>
  profile['sampling'] !== undefined || profile['elicitation'] !== undefined || profile['roots'] !== undefined;

function addAskable(profile: Record<string, unknown>, { sampling, elicitation, roots }: ClientCapabilities): void {
  if (isObject(sampling)) profile['sampling'] = parts(sampling, ['tools', 'context']);
  // Forms alone are declared by an empty object, which every revision since 2025-06-18 understands.
  if (isObject(elicitation)) profile['elicitation'] = isObject(elicitation['url']) ? parts(elicitation, ['form', 'url']) : {};
  if (isObject(roots)) profile['roots'] = roots['listChanged'] === true ? { listChanged: true } : {};
}

function parts(of: ClientCapabilities, names: readonly string[]): ClientCapabilities {
  return Object.fromEntries(names.filter((name) => isObject(of[name])).map((name) => [name, {}]));
}

const isObject = (value: unknown): value is ClientCapabilities => typeof value === 'object' && value !== null && !Array.isArray(value);
