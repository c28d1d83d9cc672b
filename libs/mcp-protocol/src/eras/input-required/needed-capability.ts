import { scanJson } from '../../json-rpc/scan.js';
import { sliceOf } from '../../json-rpc/message.js';

/** A ClientCapabilities object, parsed. */
type Capabilities = Readonly<Record<string, unknown>>;

/**
 * What a client must have declared to be asked this, as a ClientCapabilities object (2026-07-28, Elicitation, Sampling, Roots:
 * "Capabilities"). Undefined for what no client can be asked.
 */
export function neededCapability(method: string, paramsText: string | undefined): Capabilities | undefined {
  switch (method) {
    case 'elicitation/create':
      return { elicitation: rawMember(paramsText, 'mode') === '"url"' ? { url: {} } : { form: {} } };
    case 'sampling/createMessage': {
      const usesTools = rawMember(paramsText, 'tools') !== undefined || rawMember(paramsText, 'toolChoice') !== undefined;
      return { sampling: usesTools ? { tools: {} } : {} };
    }
    case 'roots/list':
      return { roots: {} };
    default:
      return undefined;
  }
}

/** Whether everything needed is declared. `elicitation: {}` declares forms alone. */
export function isDeclared(declared: Capabilities, needed: Capabilities): boolean {
  return Object.entries(needed).every(([name, parts]) => {
    const own = declared[name];
    if (!isObject(own)) return false;
    if (!isObject(parts)) return true;
    return Object.keys(parts).every((part) => isObject(own[part]) || (name === 'elicitation' && part === 'form' && !isObject(own['url'])));
  });
}

const NAMES_LENGTH_MAX = 200;

/** A needed capability in words for people, e.g. `elicitation.url`; cut to a sane length, because servers may name anything. */
export function capabilityName(needed: Capabilities): string {
  const names = Object.entries(needed).flatMap(([name, parts]) =>
    isObject(parts) && Object.keys(parts).length > 0 ? Object.keys(parts).map((part) => `${name}.${part}`) : [name],
  );
  return names
    .map((name) => (name === 'elicitation.form' ? 'elicitation' : name))
    .join(', ')
    .slice(0, NAMES_LENGTH_MAX);
}

function rawMember(text: string | undefined, key: string): string | undefined {
  if (text === undefined) return undefined;
  const scan = scanJson(text, { depthMax: 128, keysMax: 250_000 });
  const span = scan.ok ? scan.members.get(key) : undefined;
  return span && sliceOf(text, span);
}

const isObject = (value: unknown): value is Capabilities => typeof value === 'object' && value !== null && !Array.isArray(value);
